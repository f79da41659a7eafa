package org.ipctck.benchmark.traffic;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.ipctck.benchmark.traffic.Contestant.Result;

/** Two panels of bars on logarithmic scales: messages a second, and round trips. */
record Plot(Figures figures) {
  private static final List<String> COLOURS = List.of("#1b6ca8", "#e08e0b", "#4d8b31");
  private static final List<String> SIZES = List.of("64 B", "4 KiB", "64 KiB");
  private static final int LEFT = 150;
  private static final int WIDTH = 260;
  private static final int GAP = 60;
  private static final int ROW = 38;
  private static final int TOP = 64;
  private static final int BAR = 9;

  /** The drawing. */
  String svg() {
    int height = TOP + ROW * figures.runs().size() + 20;
    StringBuilder svg = new StringBuilder();
    svg.append(
        form(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                + " font-family=\"sans-serif\" font-size=\"11\" fill=\"#333\">%n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
            LEFT + 2 * (WIDTH + GAP) + 20, height));
    for (int size = 0; size < SIZES.size(); size++) {
      int x = LEFT + 80 * size;
      svg.append(
          form(
              "<rect x=\"%d\" y=\"8\" width=\"10\" height=\"10\" fill=\"%s\"/>%n",
              x, COLOURS.get(size)));
      text(svg, x + 14, 17, SIZES.get(size));
    }
    int row = 0;
    for (Contestant contestant : figures.runs().keySet()) {
      text(svg, 8, TOP + ROW * row++ + 18, contestant.name());
    }
    panel(svg, LEFT, "messages a second", Result::rate);
    panel(svg, LEFT + WIDTH + GAP, "round trip in microseconds", Result::trip);
    return svg.append("</svg>\n").toString();
  }

  private void panel(StringBuilder svg, int left, String title, ToDoubleFunction<Result> figure) {
    text(svg, left, 36, title + ", logarithmic");
    double least = Double.MAX_VALUE;
    double most = 0;
    for (Contestant contestant : figures.runs().keySet()) {
      for (int size = 0; size < SIZES.size(); size++) {
        least = Math.min(least, figures.median(contestant, size, figure));
        most = Math.max(most, figures.median(contestant, size, figure));
      }
    }
    double first = Math.floor(Math.log10(least));
    double scale = WIDTH / (Math.ceil(Math.log10(most)) - first);
    for (int power = (int) first; power <= Math.ceil(Math.log10(most)); power++) {
      double x = left + (power - first) * scale;
      int bottom = TOP + ROW * figures.runs().size();
      svg.append(form("<path d=\"M%.1f %d V%d\" stroke=\"#ddd\"/>%n", x, TOP - 8, bottom));
      text(svg, x - 8, TOP - 12, "10^" + power);
    }
    int row = 0;
    for (Contestant contestant : figures.runs().keySet()) {
      for (int size = 0; size < SIZES.size(); size++) {
        double length = (Math.log10(figures.median(contestant, size, figure)) - first) * scale;
        int y = TOP + ROW * row + (BAR + 1) * size;
        svg.append(
            form(
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
                left, y, length, BAR, COLOURS.get(size)));
      }
      row++;
    }
  }

  private static void text(StringBuilder svg, double x, int y, String words) {
    svg.append(form("<text x=\"%.1f\" y=\"%d\">%s</text>%n", x, y, words));
  }

  private static String form(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
