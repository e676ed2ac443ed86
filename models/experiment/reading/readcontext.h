// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/promptstore.h"
#include "models/experiment/data/datareader.h"
#include "models/experiment/refusedfile.h"

#include <QCoreApplication>
#include <QList>
#include <QMap>
#include <QStringList>

#include <optional>

namespace Tempera {

/// What all readers of one experiment share. Like a QXmlStreamReader it keeps the first error and continues with
/// empty values, so that the readers stay straight; the caller asks once at the end.
class ReadContext
{
    Q_DECLARE_TR_FUNCTIONS(ExperimentFile)
public:
    /// `folders` are those that the experiment may read besides its own.
    ReadContext(const PromptStore &files, const DataDocument &root, const QStringList &folders = {});

    [[nodiscard]] bool failed() const { return m_error.has_value(); }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] const QList<Error> &warnings() const { return m_warnings; }
    /// At most as many as warnings.
    [[nodiscard]] const QList<RefusedFile> &refused() const { return m_refused; }
    [[nodiscard]] const DataDocument &root() const { return m_root; }

    void fail(const DataNode &at, const QString &detail);
    void fail(const Error &error);
    /// Kept, but ignored. At most 100 are listed, each once.
    void warn(const DataNode &at, const QString &detail);

    /// A source of cases that is not read, such as a program, and why; see Experiment::casesMissing.
    void noteMissingCases(const QString &why) { m_casesMissing = why; }
    [[nodiscard]] const QString &casesMissing() const { return m_casesMissing; }

    /// Scripts that make tests are not run; whether there are any is known afterwards.
    void leaveScripts() { m_leavesScripts = true; }
    [[nodiscard]] bool leavesScripts() const { return m_leavesScripts; }
    void noteLeftScript() { m_hasLeftScript = true; }
    [[nodiscard]] bool hasLeftScript() const { return m_hasLeftScript; }

    /// What `{{ env.NAME }}` stands for outside of prompts.
    void setEnvironment(const QMap<QString, QString> &environment) { m_environment = environment; }
    /// The text with those filled in; names that are not known stay as they are.
    [[nodiscard]] QString withEnvironment(const QString &text) const;

    /// A key of a test that decides what is run; see Experiment::planKeys.
    void notePlanKey(const QString &key)
    {
        if (!m_planKeys.contains(key))
            m_planKeys.append(key);
    }
    [[nodiscard]] const QStringList &planKeys() const { return m_planKeys; }

    /// A test sets a parameter; see Experiment::casesHaveSettings.
    void noteCaseSettings() { m_casesHaveSettings = true; }
    [[nodiscard]] bool casesHaveSettings() const { return m_casesHaveSettings; }

    /// JavaScript that was read, by the name of its file as it is written; see readScript() and Experiment::scripts.
    void addScript(const QString &file, const QString &source) { m_scripts.insert(file, source); }
    [[nodiscard]] const QMap<QString, QString> &scripts() const { return m_scripts; }

    /// The text of a YAML or JSON file that a `config` names; see withFilesRead() and Experiment::configFiles.
    void addConfigFile(const QString &reference, const QByteArray &text);
    [[nodiscard]] const QMap<QString, QByteArray> &configFiles() const { return m_configFiles; }

    /// Typed values; the wrong type is an error that names `what`.
    [[nodiscard]] QString text(const DataNode &node, const QString &what);
    [[nodiscard]] QStringList texts(const DataNode &node, const QString &what); ///< One text or a list of texts.
    [[nodiscard]] double number(const DataNode &node, const QString &what, double low, double high);
    [[nodiscard]] std::int64_t integer(const DataNode &node, const QString &what, std::int64_t low, std::int64_t high);

    /// Whether a file may be read; one that may not is among refused() from then on.
    [[nodiscard]] bool allows(const DataNode &at, const QString &reference, bool isNeeded);
    /// The bytes of a file that the experiment names ("file://" and relative paths are from the experiment's folder).
    /// Nothing where it cannot be read, which is an error, or may not be, which is in refused().
    [[nodiscard]] std::optional<QByteArray> file(const DataNode &at, const QString &reference);
    /// The same as text (see readText()); bytes that are none are an error in that file.
    [[nodiscard]] std::optional<QString> fileText(const DataNode &at, const QString &reference);
    /// The same, read as YAML or JSON.
    [[nodiscard]] std::optional<DataDocument> fileTree(const DataNode &at, const QString &reference);
    /// The references of all files that match a pattern (`*`, `?`, `**`); `reference` itself where it is none. Only patterns of
    /// files that may be read are looked up. No match is an error.
    [[nodiscard]] QStringList matching(const DataNode &at, const QString &reference);
    /// The path of such a file.
    [[nodiscard]] QString resolved(const QString &reference) const;

    /// While it lives, places are those of another file.
    class InFile
    {
    public:
        InFile(ReadContext &context, const DataDocument &document);
        ~InFile();
        Q_DISABLE_COPY_MOVE(InFile)
    private:
        ReadContext &m_context;
        const DataDocument *m_before;
    };

private:
    const PromptStore &m_files;
    const DataDocument &m_root;
    const DataDocument *m_current;
    QString m_folder;
    QStringList m_allowed;
    std::optional<Error> m_error;
    QString m_casesMissing;
    QMap<QString, QString> m_environment;
    QMap<QString, QString> m_scripts;
    QMap<QString, QByteArray> m_configFiles;
    QStringList m_planKeys;
    bool m_casesHaveSettings = false;
    bool m_leavesScripts = false;
    bool m_hasLeftScript = false;
    QList<Error> m_warnings;
    QList<RefusedFile> m_refused;
};

/// A text with `{{ env.NAME }}` filled in; names that are not known stay as they are.
[[nodiscard]] QString textWithEnvironment(const QString &text, const QMap<QString, QString> &environment);

/// Whether a text names a file: "file://…".
[[nodiscard]] bool isFileReference(QStringView text);

/// The name's ending in lower case, without the dot; empty where there is none.
[[nodiscard]] QString fileEnding(const QString &path);

} // namespace Tempera
