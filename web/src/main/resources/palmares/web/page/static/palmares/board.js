/* The rows of a leaderboard. The server sends what every cell says; here it becomes a table, so
   that the server keeps no element for any of a thousand rows. All text goes in as text. */
{
  const FIRST_ROWS = 120;
  const ROWS_AT_A_TIME = 200;

  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) {
      made.className = className;
    }
    if (text !== undefined && text !== null) {
      made.textContent = text;
    }
    return made;
  };

  const placed = (className, left, width) => {
    const made = element("span", className);
    made.style.left = `${left}%`;
    if (width !== undefined) {
      made.style.width = `${width}%`;
    }
    return made;
  };

  const interval = (row, zero) => {
    const drawn = element("div", "interval");
    drawn.setAttribute("role", "img");
    drawn.setAttribute("aria-label", row.words);
    drawn.title = row.words;
    if (zero !== null) {
      drawn.append(placed("zero", zero));
    }
    if (row.bar) {
      drawn.append(placed("bar", row.bar[0], row.bar[1]));
    }
    if (row.bounds) {
      drawn.append(placed("bounds", row.bounds[0], row.bounds[1]));
    }
    if (row.dot !== null) {
      drawn.append(placed("dot", row.dot));
    }
    return drawn;
  };

  const axis = (label, ticks) => {
    const head = element("th", "wide axis-head", label);
    head.scope = "col";
    const axis = element("div", "axis");
    axis.setAttribute("aria-hidden", "true");
    ticks.forEach(tick => {
      const mark = placed("", tick.at);
      mark.textContent = tick.text;
      axis.append(mark);
    });
    head.append(axis);
    return head;
  };

  const header = (text, className) => {
    const head = element("th", className, text);
    head.scope = "col";
    return head;
  };

  class PalmaresBoard extends HTMLElement {
    show(sheet) {
      clearTimeout(this.later);
      this.picked = new Map();
      const table = element("table", "board");
      const head = element("tr");
      if (sheet.compared) {
        head.append(header("Compare", "pick wide"));
      }
      head.append(header("Rank"), header(sheet.subject), axis(sheet.axis, sheet.ticks));
      head.append(header(sheet.score, "number"));
      sheet.columns.forEach(column => head.append(header(column, "number wide")));
      const thead = element("thead");
      thead.append(head);
      const body = element("tbody");
      table.append(thead, body);
      this.fill(sheet, body, 0, FIRST_ROWS);
      this.replaceChildren(table);
    }

    fill(sheet, body, from, count) {
      const end = Math.min(from + count, sheet.rows.length);
      const some = document.createDocumentFragment();
      for (let i = from; i < end; i++) {
        some.append(this.row(sheet, sheet.rows[i]));
      }
      body.append(some);
      if (end < sheet.rows.length) {
        this.later = setTimeout(() => this.fill(sheet, body, end, ROWS_AT_A_TIME), 30);
      }
    }

    row(sheet, row) {
      const line = element("tr", row.leading ? "leading" : "");
      if (sheet.compared) {
        line.append(this.pick(row));
      }
      line.append(element("td", "rank", row.rank), this.subject(sheet, row));
      const drawn = element("td", "wide");
      drawn.append(interval(row, sheet.zero));
      line.append(drawn, element("td", row.ranked ? "number" : "number soft", row.score));
      row.cells.forEach(cell =>
        line.append(element("td", cell.look ? "number wide gap" : "number wide", cell.text)));
      return line;
    }

    subject(sheet, row) {
      const cell = element("td", "subject");
      const name = element("span", "name foreign", row.subject);
      cell.append(name);
      row.tags.forEach(tag => cell.append(element("span", "tag", tag)));
      row.below.forEach(line =>
        cell.append(element("span", line.look ? "below foreign gap" : "below foreign soft", line.text)));
      const more = element("details", "more");
      more.append(element("summary", "", "More"));
      more.addEventListener("toggle", () => {
        if (more.open && more.childElementCount === 1) {
          more.append(this.rest(sheet, row));
        }
      });
      cell.append(more);
      return cell;
    }

    rest(sheet, row) {
      const rest = element("div");
      rest.append(interval(row, sheet.zero), element("p", "soft", row.words));
      const facts = element("dl", "facts");
      sheet.columns.forEach((column, i) =>
        facts.append(element("dt", "", column), element("dd", "", row.cells[i].text)));
      rest.append(facts);
      return rest;
    }

    pick(row) {
      const cell = element("td", "pick wide");
      if (row.submission) {
        const box = element("input");
        box.type = "checkbox";
        box.setAttribute("aria-label", `Compare ${row.subject}`);
        box.addEventListener("change", () => {
          if (box.checked) {
            this.picked.set(row.submission, box);
            if (this.picked.size > 2) {
              const [oldest, of] = this.picked.entries().next().value;
              of.checked = false;
              this.picked.delete(oldest);
            }
          } else {
            this.picked.delete(row.submission);
          }
          const [left, right] = [...this.picked.keys()];
          this.dispatchEvent(
            new CustomEvent("picked", { detail: { left: left ?? "", right: right ?? "" } }));
        });
        cell.append(box);
      }
      return cell;
    }
  }

  customElements.define("palmares-board", PalmaresBoard);
}
