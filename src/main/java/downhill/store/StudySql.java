package downhill.store;

import java.util.List;

/** The tables of Optuna 3.1.0 (its schema 12, alembic v3.0.0.d), as SQLAlchemy makes them in SQLite, and what is asked of them. */
final class StudySql {
    /** What {@code alembic_version} says of these tables. */
    static final String REVISION = "v3.0.0.d";
    /** The next revision, of Optuna 3.2 to 4: an index more. */
    static final String LATER = "v3.2.0.a";
    static final int SCHEMA = 12;

    static final List<String> TABLES = List.of(
            "create table alembic_version (version_num varchar(32) not null, constraint alembic_version_pkc primary key (version_num))",
            "create table studies (study_id integer not null, study_name varchar(512) not null, primary key (study_id))",
            "create unique index ix_studies_study_name on studies (study_name)",
            "create table study_directions (study_direction_id integer not null, direction varchar(8) not null, study_id integer not null, "
                    + "objective integer not null, primary key (study_direction_id), unique (study_id, objective), "
                    + "foreign key(study_id) references studies (study_id))",
            attributes("study", "system", "studies"), attributes("study", "user", "studies"),
            "create table trials (trial_id integer not null, number integer, study_id integer, state varchar(8) not null, "
                    + "datetime_start datetime, datetime_complete datetime, primary key (trial_id), "
                    + "foreign key(study_id) references studies (study_id))",
            "create table trial_heartbeats (trial_heartbeat_id integer not null, trial_id integer not null, "
                    + "heartbeat datetime not null, primary key (trial_heartbeat_id), unique (trial_id), "
                    + "foreign key(trial_id) references trials (trial_id))",
            "create table trial_intermediate_values (trial_intermediate_value_id integer not null, trial_id integer not null, "
                    + "step integer not null, intermediate_value float, intermediate_value_type varchar(7) not null, "
                    + "primary key (trial_intermediate_value_id), unique (trial_id, step), "
                    + "foreign key(trial_id) references trials (trial_id))",
            "create table trial_params (param_id integer not null, trial_id integer, param_name varchar(512), param_value float, "
                    + "distribution_json text, primary key (param_id), unique (trial_id, param_name), "
                    + "foreign key(trial_id) references trials (trial_id))",
            attributes("trial", "system", "trials"), attributes("trial", "user", "trials"),
            "create table trial_values (trial_value_id integer not null, trial_id integer not null, objective integer not null, "
                    + "value float, value_type varchar(7) not null, primary key (trial_value_id), unique (trial_id, objective), "
                    + "foreign key(trial_id) references trials (trial_id))",
            "create table version_info (version_info_id integer not null, schema_version integer, library_version varchar(256), "
                    + "primary key (version_info_id), check (version_info_id=1))",
            "insert into alembic_version values ('" + REVISION + "')", "insert into version_info values (1, " + SCHEMA + ", '3.1.0')");

    static final String COPY = "vacuum into ?";
    static final String TABLE_NAMES = "select name from sqlite_master where type = 'table' and name not like 'sqlite!_%' escape '!'";
    static final String VERSION = "select version_num, schema_version from alembic_version, version_info";
    static final String STUDY = "select study_id from studies where study_name = ?";
    static final String DIRECTIONS = "select direction from study_directions where study_id = ?";
    static final String NEW_STUDY = "insert into studies (study_name) values (?)";
    static final String NEW_DIRECTION = "insert into study_directions (direction, study_id, objective) values ('MINIMIZE', ?, 0)";
    static final String STUDY_ATTRIBUTE = "select value_json from study_user_attributes where study_id = ? and \"key\" = ?";
    static final String NEW_STUDY_ATTRIBUTE = "insert into study_user_attributes (study_id, \"key\", value_json) values (?, ?, ?)";

    static final String NOTE = "insert or replace into study_user_attributes (study_id, \"key\", value_json) values (?, ?, ?)";
    static final String NOTES = "select \"key\", value_json from study_user_attributes where study_id = ?";
    static final String STUDIES = "select study_name from studies order by study_id";

    static final String TRIALS = "select trials.trial_id, number, state, \"value\", value_type from trials "
            + "left join trial_values on trial_values.trial_id = trials.trial_id and objective = 0 where study_id = ? "
            + "order by trials.trial_id";
    static final String SPANS = "select number, datetime_start, datetime_complete from trials where study_id = ? "
            + "and datetime_start is not null";
    static final String PARAMETERS = of("trial_params", "param_name, param_value, distribution_json", "param_id");
    static final String REPORTS = of("trial_intermediate_values", "step, intermediate_value, intermediate_value_type", "step");
    static final String MARKS = of("trial_system_attributes", "\"key\", value_json", "trial_system_attribute_id");
    static final String BEATS = of("trial_heartbeats", "heartbeat", "trial_heartbeat_id");

    static final String NEW_TRIAL = "insert into trials (number, study_id, state, datetime_start) values (?, ?, 'RUNNING', ?)";
    static final String NEW_PARAMETER = "insert into trial_params (trial_id, param_name, param_value, distribution_json) "
            + "values (?, ?, ?, ?)";
    static final String NEW_MARK = "insert into trial_system_attributes (trial_id, \"key\", value_json) values (?, ?, ?) "
            + "on conflict (trial_id, \"key\") do update set value_json = excluded.value_json";
    static final String NEW_REPORT = "insert into trial_intermediate_values (trial_id, step, intermediate_value, intermediate_value_type) "
            + "values (?, ?, ?, ?) on conflict (trial_id, step) do update set intermediate_value = excluded.intermediate_value, "
            + "intermediate_value_type = excluded.intermediate_value_type";
    static final String NEW_VALUE = "insert into trial_values (trial_id, objective, \"value\", value_type) values (?, 0, ?, 'FINITE')";
    static final String END = "update trials set state = ?, datetime_complete = ? where trial_id = ?";
    static final String BEAT = "insert into trial_heartbeats (trial_id, heartbeat) values (?, ?) "
            + "on conflict (trial_id) do update set heartbeat = excluded.heartbeat";

    private StudySql() {
    }

    private static String attributes(String whose, String kind, String table) {
        return "create table " + whose + "_" + kind + "_attributes (" + whose + "_" + kind + "_attribute_id integer not null, " + whose
                + "_id integer, \"key\" varchar(512), value_json text, primary key (" + whose + "_" + kind + "_attribute_id), unique ("
                + whose + "_id, \"key\"), foreign key(" + whose + "_id) references " + table + " (" + whose + "_id))";
    }

    private static String of(String table, String columns, String order) {
        return "select " + table + ".trial_id, " + columns + " from " + table + " join trials on trials.trial_id = " + table
                + ".trial_id where study_id = ? order by " + table + "." + order;
    }
}
