"""The pages of students: their own plans, who has looked at them, their own choices."""
