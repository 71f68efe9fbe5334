window.addEventListener("load", () =>
  SwaggerUIBundle({
    url: "/docs/openapi.yml",
    dom_id: "#operations",
    deepLinking: true,
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
    validatorUrl: null
  })
);
