package downhill.cli;

import downhill.data.DataException;
import downhill.data.Room;
import downhill.engine.UnavailableException;
import downhill.expr.FormulaException;
import downhill.model.ModelException;
import downhill.store.StoreException;
import downhill.words.RefusedException;
import downhill.words.Said;
import downhill.words.Words;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Reads the arguments, runs the command, and turns every failure into one line. */
public final class CommandLineInterface {
    private static final List<Class<? extends RuntimeException>> OF_THE_INPUT = List.of(InputException.class, DataException.class,
            StoreException.class, ModelException.class, FormulaException.class, UnavailableException.class,
            RefusedException.class);

    private CommandLineInterface() {
    }

    /**
     * Runs one command and speaks English.
     *
     * @param logFile where details of unexpected errors are, to be told
     * @return exit code
     */
    public static int run(String[] arguments, Tools tools, PrintWriter out, PrintWriter err, String logFile) {
        return run(arguments, tools, out, err, logFile, Words.ENGLISH);
    }

    /** The same in the language of {@code words}; names of options and what other programs read stay as they are. */
    public static int run(String[] arguments, Tools tools, PrintWriter out, PrintWriter err, String logFile, Words words) {
        return runHarmless(arguments, tools, out, new HarmlessPrinter(err, words), logFile, words);
    }

    private static int runHarmless(String[] arguments, Tools tools, PrintWriter out, PrintWriter err, String logFile, Words words) {
        Optional<Said> lost = PathWords.lost(arguments);
        if (lost.isPresent()) {
            err.println(lost.get());
            err.flush();
            return ExitCode.WRONG_INPUT;
        }
        String[] called = asked(arguments);
        CommandLine line = commands(tools, called);
        HelpWords.translate(line, words);
        line.setOut(out);
        line.setErr(err);
        line.setExecutionStrategy(parsed -> helpOrCommand(line, parsed, words));
        line.setParameterExceptionHandler((e, all) -> wrongCall(e, List.of(called), err));
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, err, logFile));
        int code = execute(line, called, err, logFile);
        out.flush();
        err.flush();
        return code;
    }

    /** {@code help tune} means {@code tune --help}. */
    private static String[] asked(String[] arguments) {
        if (arguments.length == 0 || !arguments[0].equals("help")) {
            return arguments;
        }
        String[] called = Arrays.copyOfRange(arguments, 1, arguments.length + 1);
        called[arguments.length - 1] = "--help";
        return called;
    }

    /** All commands, as they are read and explained. */
    static CommandLine commands(Tools tools) {
        return commands(tools, name -> true);
    }

    /** What is needed to read {@code arguments}: where the first names a command the others are not made ready, which takes longer. */
    static CommandLine commands(Tools tools, String[] arguments) {
        if (arguments.length == 0) {
            return commands(tools, name -> false);
        }
        CommandLine alone = commands(tools, arguments[0]::equals);
        return alone.getSubcommands().isEmpty() ? commands(tools) : alone;
    }

    /** What is not wanted is not even loaded, as a reference to its constructor would be. */
    private static CommandLine commands(Tools tools, Predicate<String> wanted) {
        CommandLine line = new CommandLine(new DownhillCommand(tools));
        add(line, wanted, "gui", () -> new GuiCommand(tools));
        add(line, wanted, "inspect", () -> new InspectCommand());
        add(line, wanted, "compare", () -> new CompareCommand(tools));
        add(line, wanted, "train", () -> new TrainCommand(tools));
        add(line, wanted, "tune", () -> new TuneCommand(tools));
        add(line, wanted, "automl", () -> new AutomlCommand());
        add(line, wanted, "cross-validate", () -> new CrossValidateCommand(tools));
        add(line, wanted, "predict", () -> new PredictCommand());
        add(line, wanted, "evaluate", () -> new EvaluateCommand());
        add(line, wanted, "explain", () -> new ExplainCommand(tools));
        add(line, wanted, "curvature", () -> new CurvatureCommand());
        add(line, wanted, "compress", () -> new CompressCommand(tools));
        add(line, wanted, "export", () -> new ExportCommand());
        add(line, wanted, "report", () -> new ReportCommand());
        add(line, wanted, "serve", () -> new ServeCommand());
        add(line, wanted, "lesson", () -> new LessonCommand(tools));
        add(line, wanted, "grade", () -> new GradeCommand());
        add(line, wanted, "conform", () -> new ConformCommand());
        add(line, wanted, "rules", () -> new RulesCommand());
        add(line, wanted, "bench", () -> new BenchCommand(tools));
        add(line, wanted, "doctor", () -> new DoctorCommand());
        add(line, wanted, "screenshot", () -> new ScreenshotCommand(tools));
        line.registerConverter(Path.class, PathWords::path);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setAbbreviatedOptionsAllowed(false);
        return line;
    }

    /** Under the name that its own class says. */
    private static void add(CommandLine line, Predicate<String> wanted, String name, Supplier<Object> command) {
        if (wanted.test(name)) {
            line.addSubcommand(name, command.get());
        }
    }

    /** Help has colours of the library's; no name from a file is in it. */
    private static int helpOrCommand(CommandLine line, CommandLine.ParseResult parsed, Words words) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        PrintWriter out = new HarmlessPrinter(line.getOut(), words);
        line.setOut(out);
        int code = new CommandLine.RunLast().execute(parsed);
        out.flush();
        return code;
    }

    private static int wrongCall(CommandLine.ParameterException e, List<String> arguments, PrintWriter err) {
        CommandLine command = e.getCommandLine();
        boolean noCommand = e instanceof CommandLine.UnmatchedArgumentException && !command.getSubcommands().isEmpty();
        String name = command.getCommandSpec().qualifiedName();
        err.println(noCommand ? Said.of("cli.command.none", ((CommandLine.UnmatchedArgumentException) e).getUnmatched().get(0),
                String.join(", ", command.getSubcommands().keySet()), name) : Said.of("cli.call", WrongCall.of(e, arguments), name));
        return ExitCode.WRONG_INPUT;
    }

    /** Missing native libraries and used-up memory come as errors, which the command line library lets through. */
    private static int execute(CommandLine line, String[] arguments, PrintWriter err, String logFile) {
        try {
            return line.execute(arguments);
        } catch (LinkageError | VirtualMachineError e) {
            return failed(e, err, logFile);
        }
    }

    private static int failed(Throwable e, PrintWriter err, String logFile) {
        if (e instanceof CancellationException) {
            err.println(Said.of("cli.cancelled"));
            return ExitCode.FELL_SHORT;
        }
        if (OF_THE_INPUT.stream().anyMatch(type -> type.isInstance(e))) {
            LoggerFactory.getLogger(CommandLineInterface.class).debug("refused", e);
            err.println(oneLine(HarmlessPrinter.text(err, Said.message(e))));
        } else if (Room.refusal(e) != null) {
            LoggerFactory.getLogger(CommandLineInterface.class).error("no room", e);
            err.println(Room.refusal(e));
        } else if (PathWords.in(e) != null) {
            LoggerFactory.getLogger(CommandLineInterface.class).debug("refused", e);
            err.println(PathWords.sentence(PathWords.in(e)));
        } else {
            LoggerFactory.getLogger(CommandLineInterface.class).error("unexpected", e);
            err.println(Said.of("cli.unexpected", e.getClass().getSimpleName(), oneLine(e.getMessage()), logFile));
        }
        return ExitCode.WRONG_INPUT;
    }

    private static String oneLine(String message) {
        return String.valueOf(message).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
