package downhill.cli;

import downhill.cli.bench.LimitFigure;
import downhill.cli.bench.PeerFigure;
import downhill.cli.bench.ScaleFigure;
import downhill.cli.bench.ScaleSize;
import downhill.words.Said;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Prints figures beside those of others, and how they grow. */
final class BesideReport {
    private final PrintWriter out;

    BesideReport(PrintWriter out) {
        this.out = out;
    }

    void limit(List<LimitFigure> figures) {
        TextTable table = new TextTable(Said.of("bench.runs"), Said.of("bench.time"), Said.of("bench.limit.times"));
        figures.forEach(each -> table.row(each.runs() == 0 ? "C" : String.valueOf(each.runs()), number(each.microsecondsPerRunStep()),
                number(each.timesLimit())));
        table.print(out);
        out.println(Said.of(figures.get(0).runs() == 0 ? "bench.limit" : "bench.limit.none"));
    }

    void peers(List<PeerFigure> figures) {
        TreeSet<String> programs = new TreeSet<>();
        figures.forEach(each -> programs.addAll(each.peers().keySet()));
        if (programs.isEmpty()) {
            out.println(Said.of("bench.peers.none"));
            TextTable table = new TextTable(Said.of("bench.case"), "Downhill");
            figures.forEach(each -> table.row(each.work(), number(each.microsecondsPerStep())));
            table.print(out);
        }
        for (String program : programs) {
            TextTable table = new TextTable(Said.of("bench.case"), "Downhill", program, Said.of("bench.peers.times"));
            figures.stream().filter(each -> each.peers().containsKey(program)).forEach(each -> table.row(each.work(),
                    number(each.microsecondsPerStep()), number(each.peers().get(program)),
                    number(each.peers().get(program) / each.microsecondsPerStep())));
            table.print(out);
        }
        out.println(Said.of("bench.peers"));
    }

    void scale(List<ScaleFigure> figures) {
        TextTable table = new TextTable(Said.of("bench.scale.rows"), Said.of("bench.scale.columns"), Said.of("bench.scale.levels"),
                Said.of("bench.scale.classes"), Said.of("bench.scale.contenders"), Said.of("bench.scale.prepare"),
                Said.of("bench.scale.race"), "MB", Said.of("bench.scale.exponent"));
        for (ScaleFigure each : figures) {
            ScaleSize size = each.size();
            table.row(String.valueOf(size.rows()), String.valueOf(size.columns()), String.valueOf(size.levels()),
                    String.valueOf(size.classes()), String.valueOf(size.contenders()), number(each.prepareSeconds()),
                    number(each.raceSeconds()), Double.isNaN(each.megabytes()) ? "" : String.format(Locale.ROOT, "%.0f", each.megabytes()),
                    number(each.exponent()));
        }
        table.print(out);
        figures.stream().filter(each -> !each.failure().isEmpty()).forEach(each -> out.println(each.failure()));
        out.println(Said.of("bench.scale"));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.2f", value);
    }
}
