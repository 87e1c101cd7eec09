package downhill.cli;

import downhill.words.Words;
import picocli.CommandLine.Model.OptionSpec;

/** What an option that is made of declarations says in help: its words are in the bundles of those, in every language. */
interface SpokenHelp {
    /** Lines of help; a percent sign stands doubled. */
    String[] in(Words words);

    /** An option under construction that says this. */
    default OptionSpec.Builder of(OptionSpec.Builder option) {
        return option.description(in(Words.ENGLISH)).userObject(this);
    }
}
