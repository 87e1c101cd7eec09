package downhill.cli;

import downhill.analysis.curvature.LossLine;
import downhill.analysis.curvature.SpectrumDensity;
import downhill.analysis.curvature.Stability;
import downhill.words.Said;
import java.io.PrintWriter;

/** What was measured of curvature, as tables. */
final class CurvatureTables {
    private static final int LINES = 15;
    private static final double WIDTH = 0.02;

    private final PrintWriter out;

    CurvatureTables(PrintWriter out) {
        this.out = out;
    }

    void print(CurvatureJob.Found found, boolean measures) {
        gauges(found);
        if (measures) {
            measures(found);
        }
        found.spectra().forEach(this::spectrum);
        if (found.straight() != null) {
            between(found.straight(), found.curved());
        }
    }

    private void gauges(CurvatureJob.Found found) {
        TextTable table = new TextTable(Said.of("cli.head.contender"), Said.of("cli.head.step"), Said.of("curvature.sharpness"),
                Said.of("curvature.residual"), Said.of("curvature.trace"), Said.of("curvature.gauge"));
        found.moments().forEach((one, moments) -> moments.forEach(at -> table.row(one.name(), at.step(), number(at.sharpness()),
                number(at.residual()), number(at.trace().value()), number(at.gauge()))));
        table.print(out);
    }

    private void measures(CurvatureJob.Found found) {
        out.println();
        TextTable table = new TextTable(Said.of("cli.head.contender"), Said.of("cli.head.step"), Said.of("curvature.noise"),
                Said.of("curvature.rank"), Said.of("curvature.ratio"), Said.of("curvature.alignment"), Said.of("curvature.distance"),
                Said.of("curvature.kernel"));
        found.moments().forEach((one, moments) -> moments.forEach(at -> row(table, one.name(), at)));
        table.print(out);
    }

    private static void row(TextTable table, String name, Stability at) {
        table.row(name, at.step(), number(at.measures().noise()), number(at.measures().rank()), number(at.measures().ratio()),
                number(at.measures().alignment()), number(at.measures().distance()), number(at.measures().kernel()));
    }

    private void spectrum(String name, SpectrumDensity spectrum) {
        out.println();
        out.println(Said.of("curvature.spectrum", name));
        double[][] density = spectrum.density(LINES, WIDTH);
        TextTable table = new TextTable(Said.of("curvature.eigenvalue"), Said.of("curvature.share"));
        for (int i = 0; i < LINES; i++) {
            table.row(number(density[0][i]), number(spectrum.below(density[0][i])));
        }
        table.print(out);
    }

    private void between(LossLine straight, LossLine curved) {
        out.println();
        TextTable table = new TextTable(Said.of("curvature.way"), Said.of("curvature.straight"), Said.of("curvature.curved"));
        for (int i = 0; i < straight.at().length; i += 2) {
            table.row(number(straight.at()[i]), number(straight.losses()[i]), number(curved.losses()[i]));
        }
        table.print(out);
        out.println(Said.of("curvature.barrier", number(straight.barrier()), number(curved.barrier())));
    }

    private static String number(double value) {
        return ExplainFiles.number(value);
    }
}
