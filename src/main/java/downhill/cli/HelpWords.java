package downhill.cli;

import downhill.words.Words;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Help in another language. English stands with the options that it describes; a translation is one file
 * {@code help_LANGUAGE.properties}, with keys as picocli looks for them: {@code option} or {@code downhill.command.option}, a label such as
 * {@code CSV[0]} for what has no name, {@code downhill.command.usage.description}; {@code key.0}, {@code key.1} and so on for several
 * lines. Options made of settings speak every language already ({@link SpokenHelp}).
 */
final class HelpWords extends ResourceBundle {
    private static final String BUNDLE = "downhill.cli.help";

    private final Map<String, String> texts = new LinkedHashMap<>();

    private HelpWords(CommandLine line, Words words) {
        ResourceBundle translation = translation(words);
        translation.keySet().forEach(key -> texts.put(key, translation.getString(key)));
        add(line, words);
    }

    /** Has all help of {@code line} and its commands said in a language; English is left as it is. */
    static void translate(CommandLine line, Words words) {
        if (!words.areEnglish()) {
            line.setResourceBundle(new HelpWords(line, words));
        }
    }

    /**
     * The file of a language.
     *
     * @throws MissingResourceException where a language has words but no help, which a test tells
     */
    static ResourceBundle translation(Words words) {
        return getBundle(BUNDLE, words.locale(), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    private void add(CommandLine line, Words words) {
        CommandSpec command = line.getCommandSpec();
        for (OptionSpec option : command.options()) {
            if (option.userObject() instanceof SpokenHelp spoken) {
                add(command.qualifiedName(".") + "." + option.longestName().replaceFirst("^-+", ""), spoken.in(words));
            }
        }
        Set.copyOf(line.getSubcommands().values()).forEach(each -> add(each, words));
    }

    private void add(String key, String[] lines) {
        for (int i = 0; i < lines.length; i++) {
            texts.put(key + "." + i, lines[i]);
        }
    }

    @Override
    protected Object handleGetObject(String key) {
        return texts.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }
}
