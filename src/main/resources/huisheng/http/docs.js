window.SwaggerUIBundle({
  url: "/api/v1/openapi.yaml",
  dom_id: "#contract",
  deepLinking: true,
  // its own badge would ask a server elsewhere
  validatorUrl: null,
});
