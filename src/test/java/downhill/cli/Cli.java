package downhill.cli;

import downhill.ui.chart.LossPicture;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** Runs a command inside the test and keeps what it printed. */
record Cli(int code, String out, String err) {

    static Cli run(Object... arguments) {
        return with(new Tools(new NoWindow(), new LossPicture()), arguments);
    }

    static Cli with(Tools tools, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        int code = CommandLineInterface.run(texts, tools, new PrintWriter(out), new PrintWriter(err), "the.log");
        return new Cli(code, out.toString(), err.toString());
    }

    /** A window that fails like a program with a fault. */
    static class NoWindow implements WindowLauncher {
        @Override
        public int open(Path file, PrintWriter out) {
            throw new IllegalStateException("first line\nsecond line");
        }

        @Override
        public int screenshot(Path experiment, Path png, int width, int height, long steps) {
            return width * 10_000 + height;
        }

        @Override
        public WindowFigures bench(int seconds) {
            return new WindowFigures(60, 2.5, 20, 1000, 1100);
        }
    }
}
