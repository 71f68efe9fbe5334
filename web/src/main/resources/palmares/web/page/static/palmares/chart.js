/* Charts by ECharts in the colours of the page. Names are drawn on a canvas and never become HTML. */
{
  const ROW_HEIGHT = 26;

  const colours = host => {
    const probe = document.createElement("span");
    host.append(probe);
    const of = name => {
      probe.style.color = `var(--palmares-${name})`;
      return getComputedStyle(probe).color;
    };
    const found = Object.fromEntries(
      ["ink", "soft", "line", "card", "bar", "dot", "laurel", "rust", "brass", "chip"].map(name => [
        name,
        of(name)
      ])
    );
    probe.remove();
    return found;
  };

  const common = c => ({
    animation: false,
    textStyle: { fontFamily: "Inter, Helvetica Neue, system-ui, sans-serif", color: c.ink },
    tooltip: {
      renderMode: "richText",
      confine: true,
      backgroundColor: c.card,
      borderColor: c.soft,
      borderWidth: 1,
      shadowBlur: 0,
      shadowColor: "transparent",
      textStyle: { color: c.ink, fontSize: 13 }
    }
  });

  const axis = (c, more) => ({
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: c.soft, fontSize: 12, width: 180, overflow: "truncate" },
    nameTextStyle: { color: c.soft },
    splitLine: { lineStyle: { color: c.line } },
    ...more
  });

  const forest = (data, c) => ({
    ...common(c),
    grid: { left: 8, right: 24, top: 8, bottom: 8, containLabel: true },
    xAxis: axis(c, { type: "value", scale: true }),
    yAxis: axis(c, {
      type: "category",
      inverse: true,
      data: data.rows.map(row => row.name),
      splitLine: { show: false }
    }),
    series: [
      {
        type: "custom",
        encode: { x: [0, 1, 2], y: 3 },
        data: data.rows.map((row, i) => ({ value: [row.low, row.high, row.value, i], name: row.name })),
        tooltip: { formatter: point => `${data.rows[point.dataIndex].words}` },
        renderItem: (params, api) => {
          const row = data.rows[params.dataIndex];
          const [low, y] = api.coord([api.value(0), params.dataIndex]);
          const [high] = api.coord([api.value(1), params.dataIndex]);
          const [dot] = api.coord([api.value(2), params.dataIndex]);
          return {
            type: "group",
            children: [
              {
                type: "rect",
                shape: { x: low, y: y - 3, width: Math.max(high - low, 0), height: 6, r: 3 },
                style: { fill: c.bar }
              },
              {
                type: "circle",
                shape: { cx: dot, cy: y, r: 5 },
                style: { fill: row.leading ? c.dot : c.soft, stroke: c.card, lineWidth: 1.5 }
              }
            ]
          };
        }
      }
    ]
  });

  const heat = (data, c) => {
    const cells = [];
    data.rates.forEach((row, i) =>
      row.forEach((rate, j) => {
        if (i !== j && rate !== null) {
          cells.push([j, i, rate]);
        }
      })
    );
    const percent = rate => `${Math.round(rate * 100)}`;
    return {
      ...common(c),
      grid: { left: 8, right: 8, top: 8, bottom: 48, containLabel: true },
      xAxis: axis(c, {
        type: "category",
        position: "top",
        data: data.systems,
        splitLine: { show: false },
        axisLabel: { color: c.soft, fontSize: 12, rotate: 40, width: 120, overflow: "truncate" }
      }),
      yAxis: axis(c, {
        type: "category",
        inverse: true,
        data: data.systems,
        splitLine: { show: false }
      }),
      visualMap: {
        min: 0,
        max: 1,
        orient: "horizontal",
        left: "center",
        bottom: 0,
        itemHeight: 160,
        text: ["wins all", "loses all"],
        textStyle: { color: c.soft },
        inRange: { color: [c.rust, c.chip, c.laurel] }
      },
      series: [
        {
          type: "heatmap",
          data: cells,
          itemStyle: { borderColor: c.card, borderWidth: 2 },
          label: {
            show: data.systems.length <= 20,
            color: c.ink,
            fontSize: 11,
            formatter: cell => percent(cell.value[2])
          },
          tooltip: {
            formatter: cell =>
              `${data.systems[cell.value[1]]} wins ${percent(cell.value[2])}%\nagainst ${data.systems[cell.value[0]]}`
          }
        }
      ]
    };
  };

  const frontier = (data, c) => ({
    ...common(c),
    grid: { left: 8, right: 32, top: 24, bottom: 28, containLabel: true },
    xAxis: axis(c, { type: "value", scale: true, name: data.x, nameLocation: "middle", nameGap: 30 }),
    yAxis: axis(c, { type: "value", scale: true, name: "Score" }),
    series: [
      {
        type: "line",
        step: "end",
        symbol: "none",
        silent: true,
        lineStyle: { color: c.laurel, width: 1.5, type: "dashed" },
        data: data.points
          .filter(point => point.best)
          .sort((a, b) => a.x - b.x)
          .map(point => [point.x, point.y])
      },
      {
        type: "scatter",
        symbolSize: 11,
        data: data.points.map(point => ({
          value: [point.x, point.y],
          name: point.name,
          itemStyle: { color: point.best ? c.dot : c.soft, borderColor: c.card, borderWidth: 1.5 },
          label: { show: point.best }
        })),
        label: { position: "top", color: c.ink, fontSize: 12, formatter: point => point.name },
        labelLayout: { hideOverlap: true },
        tooltip: { formatter: point => `${point.name}\n${data.points[point.dataIndex].words}` }
      }
    ]
  });

  const heights = {
    forest: data => data.rows.length * ROW_HEIGHT + 60,
    heat: data => Math.max(320, data.systems.length * ROW_HEIGHT + 200),
    frontier: () => 420
  };

  class PalmaresChart extends HTMLElement {
    draw(kind, data) {
      this.made = { kind, data };
      this.style.display = "block";
      this.style.height = `${heights[kind](data)}px`;
      this.chart?.dispose();
      this.chart = echarts.init(this);
      const options = { forest, heat, frontier };
      this.chart.setOption(options[kind](data, colours(this)));
    }

    connectedCallback() {
      this.sizes = new ResizeObserver(() => this.chart?.resize());
      this.sizes.observe(this);
      this.scheme = matchMedia("(prefers-color-scheme: dark)");
      this.again = () => this.made && this.draw(this.made.kind, this.made.data);
      this.scheme.addEventListener("change", this.again);
    }

    disconnectedCallback() {
      this.sizes.disconnect();
      this.scheme.removeEventListener("change", this.again);
      this.chart?.dispose();
      this.chart = undefined;
    }
  }

  customElements.define("palmares-chart", PalmaresChart);
}
