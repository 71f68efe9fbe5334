/* Tells the server when its line to this page is back. What it pushed into a dead one is lost, and
   only the number of its next message shows that something is missing: this asks for one. */
{
  const tell = response => {
    if (response.state === "re-opening") {
      document.querySelector(".frame")?.dispatchEvent(new CustomEvent("returned"));
    }
  };

  // Loaded by Vaadin's client, before or after this.
  const listen = () => {
    if (window.vaadinPush) {
      window.vaadinPush.atmosphere.addCallback(tell);
    } else {
      setTimeout(listen, 100);
    }
  };

  listen();
}
