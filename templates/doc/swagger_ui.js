{% comment %} The page of the contract. Links of 2018 named operations otherwise: they are led on. {% endcomment %}
const OF_OLD = {
  post_ehoks_backend_api_v1_hoks: "createHoks",
  get_ehoks_backend_api_v1_hoks_eid: "getHoks",
  put_ehoks_backend_api_v1_hoks_eid: "replaceHoks",
  patch_ehoks_backend_api_v1_hoks_eid: "patchHoks",
};
const ofToday = OF_OLD[location.hash.split("/").pop()];
if (ofToday) {
  history.replaceState(null, "", `#/hoks/${ofToday}`);
}
{% include "drf_spectacular/swagger_ui.js" %}
