package downhill.cli;

import downhill.ui.chart.ExplainPicture;
import downhill.ui.chart.LossPicture;
import downhill.ui.chart.MapPicture;
import downhill.ui.chart.VerdictPicture;
import downhill.words.Words;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs a command inside the test and keeps what it printed. */
public record Cli(int code, String out, String err) {

    /** Runs it. */
    public static Cli run(Object... arguments) {
        return with(new Tools(new NoWindow(), new LossPicture(), new VerdictPicture(), new MapPicture(),
                new ExplainPicture()), arguments);
    }

    static Cli with(Tools tools, Object... arguments) {
        return speaking(Words.ENGLISH, tools, arguments);
    }

    static Cli speaking(Words words, Tools tools, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        int code = CommandLineInterface.run(texts, tools, new PrintWriter(out), new PrintWriter(err), "the.log", words);
        return new Cli(code, out.toString(), err.toString());
    }

    static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }

    /** The names of an object's parts, in their order. */
    static List<String> names(JsonNode object) {
        return new ArrayList<>(object.propertyNames());
    }

    /** A window that fails like a program with a fault. */
    static class NoWindow implements WindowLauncher {
        @Override
        public int open(Path file, PrintWriter out) {
            throw new IllegalStateException("first line\nsecond line");
        }

        @Override
        public int lesson(String lesson, PrintWriter out) {
            return lesson.length();
        }

        @Override
        public int screenshot(Path experiment, Path png, int width, int height, long steps) {
            return width * 10_000 + height;
        }

        @Override
        public StartFigures start() {
            return new StartFigures(300, 400, 900);
        }

        @Override
        public WindowFigures bench(int seconds) {
            return new WindowFigures(60, 2.5, 20, 1000, 1010, 1100, 2, "cores");
        }
    }
}
