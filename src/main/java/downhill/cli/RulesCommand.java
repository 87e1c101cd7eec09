package downhill.cli;

import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the optimizers or explains one. */
@Command(name = "rules", description = "List the optimizers, or print formula, source and hyperparameters of one.")
final class RulesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "Which one, such as adam.")
    private String id;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (id == null) {
            TextTable table = new TextTable("id", "name", "source");
            RuleLibrary.builtIn().all().forEach(rule -> table.row(rule.id(), rule.name(), rule.source()));
            table.print(out);
        } else {
            print(RuleChoice.rule(id), out);
        }
        return ExitCode.DONE;
    }

    private static void print(Rule rule, PrintWriter out) {
        out.println(rule.name() + " (" + rule.id() + ")");
        out.println(rule.source());
        if (!rule.note().isEmpty()) {
            out.println(rule.note());
        }
        out.println();
        rule.text().lines().dropWhile(line -> !line.strip().startsWith("update")).skip(1)
                .forEach(line -> out.println("  " + line.strip()));
        out.println();
        TextTable table = new TextTable("symbol", "key", "default", "range", "legal");
        for (Hyperparameter h : rule.hyperparameters()) {
            table.row(h.symbol(), h.key(), number(h.defaultValue()), "[" + number(h.min()) + ", " + number(h.max()) + "]",
                    h.legal().toString());
        }
        table.print(out);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6 ? String.valueOf((long) value) : String.valueOf(value);
    }
}
