package downhill.cli;

/** What the command line is handed from outside. */
public record Tools(WindowLauncher window, LossChartWriter charts, VerdictChartWriter verdicts, MapChartWriter maps,
        ExplainChartWriter explanations) {
}
