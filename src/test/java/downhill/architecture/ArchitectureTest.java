package downhill.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import downhill.model.Architecture;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The layers, in the order in which they may be built upon: a package uses only those before it in this list. */
class ArchitectureTest {
    private static final List<String> LAYERS =
            List.of("words", "setting", "expr", "optim", "data", "engine", "model", "race", "analysis", "compress", "export", "study", "lesson", "store",
                    "cluster", "report", "serve", "cli", "ui");

    /** All that is used of ND4J: arrays, operations and the way to the native library. */
    private static final String[] ARRAYS_AND_OPERATIONS = {"org.nd4j.common.config", "org.nd4j.linalg.api.buffer",
        "org.nd4j.linalg.api.ndarray", "org.nd4j.linalg.api.ops..", "org.nd4j.linalg.factory", "org.nd4j.linalg.indexing.conditions",
        "org.nd4j.nativeblas"};
    /** As ND4J calls what reads or writes text and files. */
    private static final String PARSES = "(?i)(read|load|save|write|parse|import|fromString|initFrom|fromFlat|toFlat|fromByte|toByte|map)(?!ing).*|.*(json|yaml|xml|npy|npz|numpy"
            + "|proto|onnx|tensorflow|flatArray|flatBuffer).*";

    private static JavaClasses program;

    @BeforeAll
    static void read() {
        program = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("downhill");
    }

    @Test
    void everyPackageStandsInALayer() {
        assertThat(program.stream().map(type -> type.getPackageName() + ".").filter(name -> !name.equals("downhill."))
                .map(name -> name.split("\\.")[1]).distinct()).as("a package that is no layer may use any")
                        .containsExactlyInAnyOrderElementsOf(LAYERS);
    }

    @Test
    void aLayerUsesOnlyThoseBelowIt() {
        for (int i = 0; i < LAYERS.size(); i++) {
            for (String above : LAYERS.subList(i + 1, LAYERS.size())) {
                noClasses().that().resideInAPackage("downhill." + LAYERS.get(i) + "..")
                        .should().dependOnClassesThat().resideInAPackage("downhill." + above + "..")
                        .because("a lower layer that knows a higher one cannot be tested or reused without it")
                        .allowEmptyShould(true).check(program);
            }
        }
    }

    /** A package that stands in no layer would be held to nothing. */
    @Test
    void everyTopPackageIsALayer() {
        classes().that().doNotHaveFullyQualifiedName("downhill.Downhill")
                .should().resideInAnyPackage(LAYERS.stream().map(layer -> "downhill." + layer + "..").toArray(String[]::new))
                .because("only what stands in the list of layers has a place in their order").check(program);
    }

    @Test
    void dataKnowsNeitherFormulasNorRules() {
        noClasses().that().resideInAPackage("downhill.data..")
                .should().dependOnClassesThat().resideInAnyPackage("downhill.expr..", "downhill.optim..")
                .because("reading a table has nothing to do with how it is learned from")
                .allowEmptyShould(true).check(program);
    }

    @Test
    void onlyOneClassWritesCsv() {
        noClasses().that().doNotHaveFullyQualifiedName("downhill.data.csv.CsvExport")
                .should().dependOnClassesThat().resideInAPackage("de.siegmar.fastcsv.writer..")
                .because("it is there that formulas are made harmless, whoever writes a table").check(program);
    }

    @Test
    void onlyEngineAndModelKnowNd4j() {
        noClasses().that().resideOutsideOfPackages("downhill.engine..", "downhill.model..")
                .should().dependOnClassesThat().resideInAnyPackage("org.nd4j..", "org.bytedeco..")
                .because("the tensor library has had no release since 2022 and must stay replaceable").check(program);
    }

    /** Shaded into ND4J are libraries with known faults that hostile JSON, YAML or protobuf would reach; docs/third-party.md lists them. */
    @Test
    void nothingHandsForeignBytesToNd4j() {
        noClasses().should().dependOnClassesThat(resideInAPackage("org.nd4j..").and(not(resideInAnyPackage(ARRAYS_AND_OPERATIONS))))
                .because("arrays and operations are what the program needs of ND4J; its shaded libraries, importers, graphs and data sets parse").check(program);
        noClasses().should().callMethodWhere(target(owner(resideInAPackage("org.nd4j.."))).and(target(nameMatching(PARSES))))
                .orShould().callConstructorWhere(target(owner(resideInAPackage("org.nd4j..")))
                        .and(target(rawParameterTypes(List.of(java.io.InputStream.class.getName())))))
                .because("what a person opens is read by the program's own readers, within their limits").check(program);
    }

    /** The rule above finds what it is there for. */
    @Test
    void whatHandsForeignBytesToNd4jIsFound() {
        JavaClasses wrong = new ClassFileImporter().importClasses(Parses.class);
        assertThatThrownBy(() -> noClasses().should().callMethodWhere(target(owner(resideInAPackage("org.nd4j..")))
                .and(target(nameMatching(PARSES)))).check(wrong))
                .isInstanceOf(AssertionError.class).hasMessageContaining("readNumpy").hasMessageContaining("createFromNpyFile");
        assertThatThrownBy(() -> noClasses().should().dependOnClassesThat(resideInAPackage("org.nd4j..")
                .and(not(resideInAnyPackage(ARRAYS_AND_OPERATIONS)))).check(wrong))
                .isInstanceOf(AssertionError.class).hasMessageContaining("org.nd4j.shade");
    }

    private static final class Parses {
        Object read(java.io.File file) throws Exception {
            return List.of(org.nd4j.linalg.factory.Nd4j.readNumpy(file.getPath()), org.nd4j.linalg.factory.Nd4j.createFromNpyFile(file),
                    new org.nd4j.shade.jackson.databind.ObjectMapper().readTree(file));
        }
    }

    @Test
    void onlyTwoPackagesKnowTheToolkitsInternals() {
        noClasses().that().resideOutsideOfPackages("downhill.ui.fx.font..", "downhill.ui.fx.inner..", "downhill.serve..")
                .should().dependOnClassesThat().resideInAPackage("com.sun..")
                .because("they may change with every release of JavaFX").check(program);
        noClasses().that().resideInAPackage("downhill.serve..")
                .should().dependOnClassesThat(resideInAPackage("com.sun..").and(not(resideInAPackage("com.sun.net.httpserver"))))
                .because("of all that is called com.sun only the server of jdk.httpserver is an interface that stays").check(program);
    }

    @Test
    void onlyTipsMakeTooltips() {
        noClasses().that().resideOutsideOfPackage("downhill.ui.control..")
                .should().callConstructorWhere(target(owner(assignableTo(javafx.scene.control.Tooltip.class))))
                .because("each is a window with a scene of its own, and Tip.on(node, words) makes it when the pointer comes")
                .check(program);
    }

    @Test
    void onlyStoreReadsAndWritesJson() {
        noClasses().that().resideOutsideOfPackage("downhill.store..")
                .should().dependOnClassesThat().resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
                .because("limits on hostile files are set in one place").check(program);
    }

    @Test
    void onlyStoreKnowsDatabases() {
        noClasses().that().resideOutsideOfPackage("downhill.store..")
                .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "org.sqlite..")
                .because("there foreign and damaged files are told in words, and the native library comes from a folder of our own")
                .check(program);
    }

    @Test
    void onlyTheWindowKnowsJavaFx() {
        noClasses().that().resideOutsideOfPackage("downhill.ui..")
                .should().dependOnClassesThat().resideInAnyPackage("javafx..", "org.jfree..", "org.controlsfx..", "atlantafx..")
                .because("everything but the window runs on a server without a display").check(program);
    }

    @Test
    void fieldsAreMadeInOnePlace() {
        noClasses().that().resideOutsideOfPackage("downhill.ui.control..")
                .should().callConstructorWhere(target(owner(assignableTo(javafx.scene.control.TextInputControl.class)))
                        .and(target(owner(resideInAPackage("javafx..")))))
                .orShould().callMethodWhere(target(nameMatching("setTextFormatter"))
                        .and(target(owner(resideInAPackage("javafx..")))))
                .because("Fields keeps out what nobody can see, whatever is typed or pasted").check(program);
    }

    @Test
    void oneClassMakesTheThreadsBesideTheProgramsOwn() {
        noClasses().that().doNotHaveFullyQualifiedName("downhill.engine.Threads")
                .should().callMethod(Thread.class, "setDaemon", boolean.class)
                .orShould().callMethod(java.util.concurrent.Executors.class, "newSingleThreadExecutor")
                .orShould().callMethod(java.util.concurrent.Executors.class, "newFixedThreadPool", int.class)
                .because("a thread that was forgotten would keep the program from ending").check(program);
    }

    @Test
    void nobodyPrintsStackTracesOrDrawsRandomNumbersWithoutASeed() {
        noClasses().should().callMethod(Throwable.class, "printStackTrace")
                .because("a user gets one clear message").check(program);
        noClasses().should().callMethod(Math.class, "random")
                .because("every run can be repeated from its seed").check(program);
    }

    /** In Turkish "linear" in capitals is LİNEAR, and in Arabic 12 is written ١٢. */
    @Test
    void nothingDependsOnTheLocaleOfTheMachine() {
        noClasses().should().callMethodWhere(target(name("toUpperCase")).or(target(name("toLowerCase")))
                .and(target(rawParameterTypes(new Class<?>[0]))))
                .orShould().callMethodWhere(target(name("format")).or(target(name("printf")))
                        .and(target(rawParameterTypes(String.class, Object[].class))))
                .orShould().callMethod(String.class, "formatted", Object[].class)
                .orShould().callMethod(java.time.format.DateTimeFormatter.class, "ofPattern", String.class)
                .orShould().callMethodWhere(target(owner(assignableTo(java.text.Format.class))).and(target(nameMatching("get.*Instance")))
                        .and(target(rawParameterTypes(new Class<?>[0]))))
                .orShould().callConstructor(java.text.DecimalFormat.class, String.class).orShould()
                        .callConstructor(java.text.SimpleDateFormat.class, String.class)
                .because("files, options and rules are the same in every language; name Locale.ROOT").check(program);
        noClasses().that().resideOutsideOfPackage("downhill.ui.i18n..").should().callMethod(java.util.Locale.class, "getDefault")
                .because("what is shown follows the language of the window, and nothing else follows any").check(program);
    }

    @Test
    void nothingOpensAConnection() {
        noClasses().that().resideOutsideOfPackage("downhill.serve..")
                .should().dependOnClassesThat().resideInAnyPackage("javax.net..", "com.sun.net..")
                .orShould().dependOnClassesThat().haveNameMatching("java\\.net\\.(Inet.*|BindException)")
                .because("one layer opens a port, when a person asks for it, and is asked; it asks nobody").check(program);
        noClasses().that().doNotHaveFullyQualifiedName("downhill.engine.BackendServices")
                .should().dependOnClassesThat().resideInAnyPackage("java.net.http..", "java.rmi..", "javax.naming..")
                .orShould().dependOnClassesThat()
                        .haveNameMatching("java\\.net\\.((?!InetSocketAddress).*Socket.*|URLConnection|HttpURLConnection|URLClassLoader)")
                .orShould().dependOnClassesThat().haveNameMatching("java\\.nio\\.channels\\.(.*Socket.*)")
                .orShould().callMethod(java.net.URL.class, "openStream").orShould().callMethod(java.net.URL.class, "openConnection")
                .because("people's data stay on their machine; the exception reads the class path").check(program);
    }

    @Test
    void noFileNamesATypeOrRunsCode() {
        noClasses().should().dependOnClassesThat().haveNameMatching("java\\.io\\.Object(In|Out)putStream|java\\.beans\\.XML(De|En)coder")
                .orShould().dependOnClassesThat().resideInAnyPackage("javax.script..", "javax.tools..")
                .because("a document or model from somebody else is data and nothing more").check(program);
        noClasses().that().doNotHaveFullyQualifiedName("downhill.cli.CtrlC").and()
                .doNotHaveFullyQualifiedName("downhill.engine.CudaDevices")
                .and().resideOutsideOfPackage("downhill.ui.fx..")
                .should().callMethod(Class.class, "forName", String.class)
                .orShould().callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class)
                .orShould().callMethod(ClassLoader.class, "loadClass", String.class)
                .because("types are named by the program alone; those three name classes of the platform that may be missing")
                        .check(program);
    }

    @Test
    void nobodyAsksOfWhichKindAModelIs() {
        noClasses().should(new TellingFamiliesApart())
                .because("what differs from family to family is a method of Family, which a new one cannot forget").check(program);
    }

    /** The rule above finds what it is there for. */
    @Test
    void whoAsksOfWhichKindAModelIsIsFound() {
        JavaClasses wrong = new ClassFileImporter().importClasses(Asks.class);
        assertThatThrownBy(() -> noClasses().should(new TellingFamiliesApart()).check(wrong)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("Cnn");
    }

    private static final class Asks {
        boolean isOfImages(Architecture architecture) {
            return architecture instanceof Architecture.Cnn;
        }
    }

    @Test
    void screensDoNotKnowEachOther() {
        slices().matching("downhill.ui.screen.(*)..").should().notDependOnEachOther()
                .because("a screen that reaches into another cannot be opened alone")
                .allowEmptyShould(true).check(program);
    }

    @Test
    void nothingDependsOnTheCompositionRoot() {
        classes().that().haveFullyQualifiedName("downhill.Downhill")
                .should().onlyHaveDependentClassesThat().haveFullyQualifiedName("downhill.Downhill")
                .because("parts are handed what they need").check(program);
    }

    @Test
    void noNameIsUsedTwice() {
        Map<String, List<String>> named = program.stream()
                .filter(JavaClass::isTopLevelClass).filter(one -> !one.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getSimpleName, TreeMap::new,
                        Collectors.mapping(JavaClass::getName, Collectors.toList())));
        assertThat(named).hasSizeGreaterThan(500);
        assertThat(named.values()).as("a name that means two things has to be looked up")
                .filteredOn(classes -> classes.size() > 1).isEmpty();
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("downhill.(*)..").should().beFreeOfCycles()
                .because("a cycle makes two packages one").check(program);
    }
}
