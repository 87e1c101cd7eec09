/**
 * What a person can set, declared once: from a {@link downhill.setting.Setting} come the field of the window, the option of the command
 * line, the check of a document and the line in docs/settings.md. docs/decisions/0013-settings-are-data.md says how to add one.
 */
package downhill.setting;
