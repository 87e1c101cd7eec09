package downhill.cli;

import downhill.setting.OneOf;
import downhill.setting.Chosen;
import downhill.setting.Setting;
import downhill.setting.Written;
import downhill.setting.YesNo;
import downhill.words.Said;
import downhill.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options made of settings: names, defaults and help are theirs, and they read and check what is typed. */
final class SettingOptions {
    private final Map<Setting<?>, OptionSpec> options = new LinkedHashMap<>();

    /** For those of {@code settings} that have a name on the command line. */
    SettingOptions(List<? extends Setting<?>> settings) {
        settings.stream().filter(setting -> setting.option() != null).forEach(setting -> options.put(setting, option(setting)));
    }

    /** To be mixed into a command, as an annotated field. */
    CommandSpec mixin() {
        CommandSpec spec = CommandSpec.create();
        options.values().forEach(spec::addOption);
        return spec;
    }

    /**
     * What was typed.
     *
     * @throws downhill.words.RefusedException of one sentence that names the option, what it may be and what it is
     */
    Chosen chosen() {
        Chosen chosen = Chosen.NOTHING;
        for (Setting<?> setting : options.keySet()) {
            chosen = with(chosen, setting);
        }
        return chosen;
    }

    private <T> Chosen with(Chosen chosen, Setting<T> setting) {
        Object said = options.get(setting).getValue();
        String typed = said instanceof List<?> several ? several.stream().map(String::valueOf).collect(Collectors.joining(","))
                : (String) said;
        return typed == null ? chosen : chosen.with(setting, setting.read(setting.option(), typed));
    }

    private static OptionSpec option(Setting<?> setting) {
        SpokenHelp help = words -> new String[] {help(setting, words)};
        OptionSpec.Builder option = help.of(OptionSpec.builder(setting.option()).paramLabel(setting.kind().mark()));
        if (setting.kind() instanceof Written<?> written && written.many()) {
            return option.type(List.class).auxiliaryTypes(String.class).arity("1").build();
        }
        option.type(String.class);
        return isFlag(setting) ? option.arity("0").fallbackValue("yes").build() : option.arity("1").build();
    }

    private static boolean isFlag(Setting<?> setting) {
        return setting.kind() instanceof YesNo && Boolean.FALSE.equals(setting.usual());
    }

    /** What it does, what it may be where that are names, and what it is where nobody says. */
    static String help(Setting<?> setting, Words words) {
        String names = setting.kind() instanceof OneOf<?> choice ? words.say(Said.of("cli.help.one", choice.names())) : "";
        String end = words.say(Said.of("cli.help.end"));
        return (withoutEnd(words.say(setting.help()) + names, end) + words.say(usual(setting)) + end).replace("%", "%%");
    }

    private static Said usual(Setting<?> setting) {
        if (setting.asked()) {
            return Said.of("cli.help.usual", Said.of("cli.help.none"));
        }
        return isFlag(setting) || setting.usual() == null ? Said.NOTHING : Said.of("cli.help.usual", setting.usualText());
    }

    private static String withoutEnd(String sentence, String end) {
        return sentence.endsWith(end) ? sentence.substring(0, sentence.length() - end.length()) : sentence;
    }
}
