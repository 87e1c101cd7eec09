package downhill.cli.bench;

import downhill.data.Progress;
import downhill.engine.ChildProcess;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** How cost grows with rows, columns, levels of a category, classes and contenders: each size in a process with a limit of its own. */
public final class ScaleBench {
    private static final int PATIENCE_SECONDS = 600;

    private ScaleBench() {
    }

    /**
     * Measures all sizes.
     *
     * @param gigabytes that the heap of each process may take
     * @throws CancellationException where the progress says to give up
     */
    public static List<ScaleFigure> measure(int gigabytes, Progress progress) throws IOException {
        List<ScaleSize> sizes = ScaleSize.all();
        List<ScaleFigure> figures = new ArrayList<>();
        for (ScaleSize size : sizes) {
            if (progress.cancelled()) {
                throw new CancellationException("Cancelled.");
            }
            ScaleFigure figure = figure(size, gigabytes);
            ScaleFigure before = figures.isEmpty() ? null : figures.get(figures.size() - 1);
            boolean follows = before != null && before.size().axis() == size.axis();
            figures.add(follows ? figure.after(before) : figure);
            progress.done((double) figures.size() / sizes.size());
        }
        return figures;
    }

    private static ScaleFigure figure(ScaleSize size, int gigabytes) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(collector());
        command.addAll(List.of("-Xmx" + gigabytes + "g", "-cp", System.getProperty("java.class.path"), ScalePoint.class.getName(),
                size.word()));
        try {
            Optional<ChildProcess.Answer> answer = ChildProcess.ask(command, Map.of(), PATIENCE_SECONDS);
            return answer.map(each -> read(size, each.text())).orElse(none(size, "timeout"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Cancelled.");
        }
    }

    /** How this process was told to use memory: what is measured shall be as it is where the program runs. */
    private static List<String> collector() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(each -> each.matches("-XX:.*GC.*|-XX:MaxNewSize=.*|-Xms.*")).toList();
    }

    /** The figures among what a process printed; else its last line as the reason. */
    static ScaleFigure read(ScaleSize size, String said) {
        Optional<String> line = said.lines().filter(each -> each.startsWith(ScalePoint.START)).findFirst();
        if (line.isEmpty()) {
            return none(size, said.lines().filter(each -> !each.isBlank()).reduce("", (first, last) -> last).strip());
        }
        String[] parts = line.get().substring(ScalePoint.START.length()).split(" ");
        return new ScaleFigure(size, Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]), Double.NaN,
                "");
    }

    private static ScaleFigure none(ScaleSize size, String why) {
        return new ScaleFigure(size, Double.NaN, Double.NaN, Double.NaN, Double.NaN, why);
    }
}
