package downhill.cli;

import downhill.words.Said;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with how a command was called, in every language; the library's own words are English. */
final class WrongCall {
    private static final Collection<Class<?>> WHOLE = List.of(int.class, Integer.class, long.class, Long.class);

    private WrongCall() {
    }

    /** Half a sentence without its end. */
    static Said of(ParameterException e, List<String> arguments) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return Said.of(unmatched.isUnknownOption() ? "cli.call.unknown" : "cli.call.many", quoted(unmatched.getUnmatched()));
        }
        if (e instanceof MissingParameterException missing) {
            return missing(missing.getMissing(), arguments);
        }
        if (e instanceof OverwrittenOptionException twice) {
            return Said.of("cli.call.twice", name(twice.getOverwritten()));
        }
        if (e.getArgSpec() != null && "".equals(e.getValue()) && type(e.getArgSpec()) == Path.class) {
            return e.getArgSpec() instanceof OptionSpec ? Said.of("cli.call.bare", name(e.getArgSpec()), e.getArgSpec().paramLabel())
                    : Said.of("cli.call.missing", quoted(List.of(e.getArgSpec().paramLabel())));
        }
        boolean typed = e.getArgSpec() != null && e.getValue() != null && type(e.getArgSpec()) != Path.class;
        return typed ? value(e.getArgSpec(), e.getValue()) : Said.plain(e.getMessage());
    }

    private static Said missing(List<ArgSpec> missing, List<String> arguments) {
        List<ArgSpec> bare = missing.stream().filter(each -> arguments.contains(name(each))).toList();
        return bare.isEmpty() ? Said.of("cli.call.missing", quoted(missing.stream().map(WrongCall::shown).toList()))
                : Said.of("cli.call.bare", name(bare.get(0)), bare.get(0).paramLabel());
    }

    private static Said value(ArgSpec option, String value) {
        Class<?> type = type(option);
        if (type == double.class || type == Double.class) {
            return Said.of("cli.call.number", name(option), value);
        }
        if (!WHOLE.contains(type)) {
            return Said.of("cli.call.form", name(option), option.paramLabel(), value);
        }
        return Said.of(value.strip().matches("[+-]?\\d+") ? "cli.call.large" : "cli.call.whole", name(option), value);
    }

    /** Of one of its values. */
    private static Class<?> type(ArgSpec option) {
        return option.auxiliaryTypes().length == 0 ? option.type() : option.auxiliaryTypes()[0];
    }

    private static String shown(ArgSpec each) {
        return each instanceof OptionSpec ? name(each) + " " + each.paramLabel() : each.paramLabel();
    }

    private static String name(ArgSpec each) {
        return each instanceof OptionSpec option ? option.longestName() : each.paramLabel();
    }

    private static String quoted(List<String> words) {
        return words.stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "));
    }
}
