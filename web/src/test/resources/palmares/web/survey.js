/* What became of the texts on a page: how many can be seen, what stands on it that only a text can have brought, and which
   texts turn the direction of words beside them. */
texts => {
  const intruders = [];
  const turned = [];
  const seen = new Set();
  const steering = /[\u202a-\u202e\u2066-\u2069]/;
  const known = new Map(texts.map(text => [text.replace(/\s+/g, " ").trim(), text]));
  const own = address => !address || new URL(address, location.href).origin === location.origin;

  const examine = element => {
    for (const attribute of element.attributes) {
      if (attribute.name.startsWith("on") || /^\s*(javascript|data):/i.test(attribute.value)) {
        intruders.push(`an element: ${element.localName} ${attribute.name}=${attribute.value}`.slice(0, 120));
      }
    }
    if (["iframe", "object", "embed", "base", "video", "script", "img", "link"].includes(element.localName)
        && !own(element.src || element.href || element.data)) {
      intruders.push(`an element: ${element.localName} ${element.src || element.href}`);
    }
    if (["iframe", "object", "embed", "video"].includes(element.localName)
        || (element.localName === "meta" && element.httpEquiv === "refresh")) {
      intruders.push(`an element: ${element.localName}`);
    }
    if (element.localName === "a" && element.href && !/^(https?|mailto|blob):/.test(element.href)) {
      intruders.push(`a ${element.href}`.slice(0, 120));
    }
  };

  /* The words of one line, in which a mark turns what follows, end where the element begins that isolates them. */
  const isolated = node => {
    for (let at = node.parentElement; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      const alone = at.textContent.trim() === node.data.trim();
      if (/isolate|plaintext/.test(style.unicodeBidi) || (alone && style.display !== "inline")) {
        return true;
      }
      if (!alone) {
        return false;
      }
    }
    return true;
  };

  const walk = root => {
    for (const node of root.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        const words = node.data.replace(/\s+/g, " ").trim();
        for (const [text] of known) {
          if (text && words.includes(text)) {
            seen.add(text);
          }
        }
        if (steering.test(node.data) && !["style", "script", "textarea"].includes(node.parentNode.localName)
            && (!known.has(words) || !isolated(node))) {
          turned.push(`turns its neighbours: ${node.parentNode.localName}.${node.parentNode.className}: ${words}`.slice(0, 120));
        }
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        examine(node);
        if (node.shadowRoot) {
          walk(node.shadowRoot);
        }
        walk(node);
      }
    }
  };
  walk(document);
  return { intruders: [...new Set(intruders)], turned: [...new Set(turned)], texts: seen.size };
}
