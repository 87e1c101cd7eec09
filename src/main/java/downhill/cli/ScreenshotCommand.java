package downhill.cli;

import downhill.store.FileKind;
import downhill.store.Outputs;
import downhill.words.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A picture of the window. */
@Command(name = "screenshot", description = "Draw the window with an experiment into a picture; no display is needed.")
final class ScreenshotCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{2,5})[x×](\\d{2,5})");
    private static final Pattern OTHER_PICTURE = Pattern.compile("(?i).*\\.(svg|jpe?g|gif|pdf|webp|bmp|tiff?)");
    private static final int LARGEST = 8192;

    private final Tools tools;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "EXPERIMENT", description = "An experiment, as --out writes it.")
    private Path experiment;

    @Option(names = "--out", required = true, paramLabel = "PNG", description = "The picture to write.")
    private Path out;

    @Option(names = "--size", paramLabel = "WxH", defaultValue = "1280x800", description = "Width and height (default: ${DEFAULT-VALUE}).")
    private String size;

    @Option(names = "--steps", paramLabel = "N", defaultValue = "-1",
            description = "Steps to train first (default: all of the experiment's).")
    private long steps;

    ScreenshotCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            throw new InputException(Said.of("cli.size", size));
        }
        int width = Integer.parseInt(matcher.group(1));
        int height = Integer.parseInt(matcher.group(2));
        if (width > LARGEST || height > LARGEST) {
            throw new InputException(Said.of("cli.size.most", LARGEST));
        }
        if (OTHER_PICTURE.matcher(out.toString()).matches()) {
            throw new InputException(Said.of("cli.picture.png", out));
        }
        if (!Files.exists(experiment)) {
            throw new InputException(Said.of("cli.file.none", experiment));
        }
        new Outputs().reading(experiment).writing("--out", out, FileKind.PICTURE).check();
        return tools.window().screenshot(experiment, out, width, height, steps);
    }
}
