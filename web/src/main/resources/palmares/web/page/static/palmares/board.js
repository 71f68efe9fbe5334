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

  const header = (text, className, title) => {
    const head = element("th", className, text);
    head.scope = "col";
    if (title) {
      head.title = title;
    }
    return head;
  };

  class PalmaresBoard extends HTMLElement {
    show(sheet) {
      clearTimeout(this.later);
      this.picked = [...sheet.picked];
      const table = element("table", "board");
      const head = element("tr");
      if (sheet.compared) {
        head.append(header("Compare", "pick wide"));
      }
      head.append(header("Rank"), header(sheet.subject), axis(sheet.axis, sheet.ticks));
      head.append(header(sheet.score, "number"));
      sheet.columns.forEach(column => 
        head.append(header(column.text, "number wide", column.title)));
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
      if (row.tie) {
        line.classList.add("tied", row.tie === 1 ? "first" : row.tie % 2 ? "odd" : "even");
      }
      if (sheet.compared) {
        const cell = element("td", "pick wide");
        if (row.submission) {
          cell.append(this.pick(row));
        }
        line.append(cell);
      }
      const rank = element("td", "rank", row.rank);
      if (row.tied) {
        rank.title = row.tied;
        rank.append(element("span", "spoken foreign", `, ${row.tied}`));
      }
      line.append(rank, this.subject(sheet, row));
      const drawn = element("td", "wide");
      drawn.append(interval(row, sheet.zero));
      line.append(drawn, element("td", row.ranked ? "number" : "number soft", row.score));
      row.cells.forEach(cell =>
        line.append(element("td", cell.look ? "number wide gap" : "number wide", cell.text)));
      return line;
    }

    subject(sheet, row) {
      const cell = element("td", "subject");
      const name = element(row.system ? "a" : "span", "name foreign", row.subject);
      if (row.system) {
        name.href = `systems/${encodeURIComponent(row.system)}`;
        name.setAttribute("router-link", "");
      }
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
      if (row.tied) {
        rest.append(element("p", "soft foreign", `Rank ${row.rank}: ${row.tied}`));
      }
      const facts = element("dl", "facts");
      sheet.columns.forEach((column, i) =>
        facts.append(element("dt", "", column.text), element("dd", "", row.cells[i].text)));
      rest.append(facts);
      if (sheet.compared && row.submission) {
        const label = element("label", "", "Compare");
        label.prepend(this.pick(row));
        rest.append(label);
      }
      return rest;
    }

    /* A row has a box beside it, and on a phone one more below. */
    pick(row) {
      const box = element("input");
      box.type = "checkbox";
      box.submission = row.submission;
      box.checked = this.picked.includes(row.submission);
      box.setAttribute("aria-label", `Compare ${row.subject}`);
      box.addEventListener("change", () => {
        const others = this.picked.filter(each => each !== row.submission);
        this.picked = box.checked ? [...others.slice(-1), row.submission] : others;
        this.querySelectorAll("input[type=checkbox]").forEach(each => {
          each.checked = this.picked.includes(each.submission);
        });
        this.dispatchEvent(new CustomEvent("picked", { detail: { picked: this.picked } }));
      });
      return box;
    }
  }

  customElements.define("palmares-board", PalmaresBoard);
}
