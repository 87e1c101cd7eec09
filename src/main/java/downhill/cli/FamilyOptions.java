package downhill.cli;

import downhill.model.Families;
import downhill.model.Family;
import downhill.setting.Chosen;
import downhill.setting.Part;
import downhill.setting.Setting;
import downhill.words.Said;
import downhill.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Which family of models, and its sizes: options made of what the families declare. One that several families have stands once. */
final class FamilyOptions {
    private final OptionSpec name;
    private final Map<String, OptionSpec> sizes = new LinkedHashMap<>();

    FamilyOptions() {
        SpokenHelp help = words -> new String[] {words.say(Said.of("cli.help.family", Families.names()))};
        name = help.of(OptionSpec.builder("--model").type(String.class).paramLabel("NAME").arity("1")).build();
        Families.all().stream().flatMap(family -> settings(family).stream()).map(Setting::option).distinct()
                .forEach(option -> sizes.put(option, option(option)));
    }

    private static OptionSpec option(String option) {
        SpokenHelp help = words -> new String[] {help(option, words)};
        String mark = whose(option).keySet().iterator().next().kind().mark();
        return help.of(OptionSpec.builder(option).type(String.class).paramLabel(mark).arity("1")).build();
    }

    private static String help(String option, Words words) {
        return whose(option).entrySet().stream().map(each -> words.say(Said.of("cli.help.of", each.getValue(),
                SettingOptions.help(each.getKey(), words)))).collect(Collectors.joining(" "));
    }

    /** The settings that an option gives, with the names of their families. */
    private static Map<Setting<?>, String> whose(String option) {
        Map<Setting<?>, String> whose = new LinkedHashMap<>();
        for (Family<?> family : Families.all()) {
            settings(family).stream().filter(setting -> option.equals(setting.option()))
                    .forEach(setting -> whose.merge(setting, family.id(), (others, id) -> others + ", " + id));
        }
        return whose;
    }

    private static List<Setting<?>> settings(Family<?> family) {
        return family.settings().stream().<Setting<?>>map(Part::setting).filter(setting -> setting.option() != null).toList();
    }

    /** To be mixed into a command, as an annotated field. */
    CommandSpec mixin() {
        CommandSpec spec = CommandSpec.create().addOption(name);
        sizes.values().forEach(spec::addOption);
        return spec;
    }

    /** The family that was named, if any. */
    Optional<Family<?>> family() {
        String typed = name.getValue();
        return Optional.ofNullable(typed).map(FamilyOptions::named);
    }

    private static Family<?> named(String typed) {
        return Families.named(typed.toLowerCase(Locale.ROOT)).orElseThrow(() -> new InputException(
                Said.of("cli.family", typed, Families.names())));
    }

    /** What was typed of a family's settings; what other families have and this one has not is refused. */
    Chosen chosen(Family<?> family) {
        Chosen chosen = Chosen.NOTHING;
        for (Map.Entry<String, OptionSpec> size : sizes.entrySet()) {
            String typed = size.getValue().getValue();
            chosen = typed == null ? chosen : with(chosen, setting(family, size.getKey()), typed);
        }
        return chosen;
    }

    private static <T> Chosen with(Chosen chosen, Setting<T> setting, String typed) {
        return chosen.with(setting, setting.read(setting.option(), typed));
    }

    private static Setting<?> setting(Family<?> family, String option) {
        return settings(family).stream().filter(setting -> option.equals(setting.option())).findFirst()
                .orElseThrow(() -> new InputException(Said.of("cli.family.option", option, String.join(", ", whose(option).values()),
                        family.id())));
    }
}
