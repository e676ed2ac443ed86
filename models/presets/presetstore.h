// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/promptstore.h"
#include "models/presets/presetimport.h"

#include <QObject>

#include <optional>

namespace Tempera {

/// The presets of one user: the shipped ones, and own ones in one file. GUI thread; the file is small and read and
/// written at once.
class PresetStore final : public QObject
{
    Q_OBJECT
public:
    /// `path` may not exist yet. Empty, or without files: own presets live until the program ends.
    explicit PresetStore(PromptStore *files, QString path, QObject *parent = nullptr);

    /// Shipped ones first, then own ones by name.
    [[nodiscard]] QList<SamplingPreset> presets() const;
    [[nodiscard]] std::optional<SamplingPreset> find(const QString &name) const;
    /// Why the file could not be read. It is then not written either, so that nothing in it is lost.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

    /// Adds, or replaces the own one of that name. Errors: Usage (no name, a shipped one's name), Syntax, File.
    [[nodiscard]] Result<void> save(const QString &name, const SamplingSettings &settings);
    /// Errors as above; Usage as well when there is no such own preset or the new name is taken.
    [[nodiscard]] Result<void> rename(const QString &from, const QString &to);
    [[nodiscard]] Result<void> remove(const QString &name);
    /// Reads another program's preset and keeps it; a name that is taken gets a number.
    [[nodiscard]] Result<ImportedPreset> import(const QString &path);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] qsizetype indexOf(const QString &name) const;
    [[nodiscard]] Result<void> checkName(const QString &name) const;
    [[nodiscard]] Result<void> put(QList<SamplingPreset> own);

    PromptStore *m_files;
    QString m_path;
    QList<SamplingPreset> m_shipped = shippedPresets();
    QList<SamplingPreset> m_own;
    std::optional<Error> m_problem;
};

} // namespace Tempera
