// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/promptstore.h"
#include "models/experiment/reading/readcontext.h"

namespace Tempera {

/// A value of a `config` with what is in the YAML and JSON files that it names ("file://tools.yaml") in their places, in files
/// that those name too; a list that stands in a list becomes a part of it. Null where the value itself is a file that gives none:
/// that is told, as it is of all others, and those are left out. What was read is in ReadContext::configFiles() from then on.
[[nodiscard]] DataPtr withFilesRead(ReadContext &context, const DataPtr &value);

/// Has the files that were read for the configs of an experiment, by their names as it writes them, and no others.
class ConfigFiles final : public PromptStore
{
public:
    explicit ConfigFiles(const QMap<QString, QByteArray> &files) : m_files(files) { }

    Result<QByteArray> read(const QString &path) const override;
    Result<void> write(const QString &path, const QByteArray &data) override;
    QString nameOf(const QString &path) const override;

private:
    const QMap<QString, QByteArray> &m_files;
};

} // namespace Tempera
