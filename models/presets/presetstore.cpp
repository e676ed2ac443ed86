// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/presets/presetstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {

PresetStore::PresetStore(PromptStore *files, QString path, QObject *parent)
    : QObject(parent), m_files(files), m_path(std::move(path))
{
    if (!m_files || m_path.isEmpty())
        return;
    const Result<QByteArray> text = m_files->read(m_path);
    if (!text)
        return; // nothing was saved yet
    if (Result<QList<SamplingPreset>> own = presetsFromJson(*text, m_path))
        m_own = std::move(*own);
    else
        m_problem = own.error();
}

QList<SamplingPreset> PresetStore::presets() const
{
    return m_shipped + m_own;
}

std::optional<SamplingPreset> PresetStore::find(const QString &name) const
{
    for (const SamplingPreset &preset : presets()) {
        if (preset.name == name)
            return preset;
    }
    return std::nullopt;
}

qsizetype PresetStore::indexOf(const QString &name) const
{
    const auto found = std::ranges::find(m_own, name, &SamplingPreset::name);
    return found == m_own.end() ? -1 : found - m_own.begin();
}

Result<void> PresetStore::checkName(const QString &name) const
{
    if (name.simplified().isEmpty())
        return failure(ErrorKind::Usage, u"a preset needs a name"_s);
    if (std::ranges::contains(m_shipped, name, &SamplingPreset::name))
        return failure(ErrorKind::Usage, u"\"%1\" comes with the program and stays as it is"_s.arg(name));
    return {};
}

Result<void> PresetStore::put(QList<SamplingPreset> own)
{
    if (m_problem)
        return std::unexpected(*m_problem);
    std::ranges::sort(own,
                      [](const SamplingPreset &a, const SamplingPreset &b) { return a.name.localeAwareCompare(b.name) < 0; });
    if (m_files && !m_path.isEmpty()) {
        if (const Result<void> written = m_files->write(m_path, presetsToJson(own)); !written)
            return written;
    }
    m_own = std::move(own);
    Q_EMIT changed();
    return {};
}

Result<void> PresetStore::save(const QString &name, const SamplingSettings &settings)
{
    if (const Result<void> good = checkName(name); !good)
        return good;
    QList<SamplingPreset> own = m_own;
    if (const qsizetype index = indexOf(name); index >= 0)
        own[index].settings = settings;
    else
        own += {name, settings, false};
    return put(std::move(own));
}

Result<void> PresetStore::rename(const QString &from, const QString &to)
{
    const qsizetype index = indexOf(from);
    if (index < 0)
        return failure(ErrorKind::Usage, u"there is no preset \"%1\" of your own"_s.arg(from));
    if (from == to)
        return {};
    if (const Result<void> good = checkName(to); !good)
        return good;
    if (indexOf(to) >= 0)
        return failure(ErrorKind::Usage, u"there is a preset \"%1\" already"_s.arg(to));
    QList<SamplingPreset> own = m_own;
    own[index].name = to;
    return put(std::move(own));
}

Result<void> PresetStore::remove(const QString &name)
{
    const qsizetype index = indexOf(name);
    if (index < 0)
        return failure(ErrorKind::Usage, u"there is no preset \"%1\" of your own"_s.arg(name));
    QList<SamplingPreset> own = m_own;
    own.removeAt(index);
    return put(std::move(own));
}

Result<ImportedPreset> PresetStore::import(const QString &path)
{
    if (!m_files)
        return failure(ErrorKind::File, u"there are no files"_s, path);
    const Result<QByteArray> text = m_files->read(path);
    if (!text)
        return std::unexpected(text.error());
    Result<ImportedPreset> imported = importPreset(*text, path);
    if (!imported)
        return imported;
    const QString wanted = imported->preset.name;
    for (int number = 2; find(imported->preset.name); ++number)
        imported->preset.name = u"%1 (%2)"_s.arg(wanted).arg(number);
    if (const Result<void> saved = save(imported->preset.name, imported->preset.settings); !saved)
        return std::unexpected(saved.error());
    return imported;
}

} // namespace Tempera
