// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/palettemodel.h"

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype mostRows = 200;

/// Scores of the ways to match, far enough apart that a short title never makes up for a worse way.
enum MatchScore {
    Whole = 900,
    Start = 800,
    WordStart = 700,
    Inside = 600,
    Initials = 500,
    OtherWordStart = 300,
    OtherInside = 200
};

QString foldedForSearch(const QString &text)
{
    QString folded;
    const QString parts = text.normalized(QString::NormalizationForm_KD);
    folded.reserve(parts.size());
    for (const QChar c : parts) {
        if (c.category() != QChar::Mark_NonSpacing)
            folded += c;
    }
    return folded.toCaseFolded();
}

bool isWordStart(const QString &text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

/// Where a word begins with `typed`; −1: nowhere.
qsizetype wordStartingWith(const QString &text, const QString &typed)
{
    for (qsizetype at = text.indexOf(typed); at >= 0; at = text.indexOf(typed, at + 1)) {
        if (isWordStart(text, at))
            return at;
    }
    return -1;
}

bool areInitials(const QString &text, const QString &typed)
{
    qsizetype next = 0;
    for (qsizetype at = 0; at < text.size() && next < typed.size(); ++at) {
        if (isWordStart(text, at) && text.at(at) == typed.at(next))
            ++next;
    }
    return next == typed.size();
}

int scoreOfWord(const QString &typed, const QString &title, const QString &others)
{
    // Of two titles that match alike the shorter one says it more exactly.
    const int shortness = static_cast<int>(qMax<qsizetype>(0, 60 - title.size()));
    if (title == typed)
        return Whole + shortness;
    if (title.startsWith(typed))
        return Start + shortness;
    if (wordStartingWith(title, typed) >= 0)
        return WordStart + shortness;
    if (title.contains(typed))
        return Inside + shortness;
    if (typed.size() > 1 && areInitials(title, typed))
        return Initials + shortness;
    if (wordStartingWith(others, typed) >= 0)
        return OtherWordStart + shortness;
    return others.contains(typed) ? OtherInside + shortness : 0;
}

/// All three as foldedForSearch() makes them.
int scoreOfFolded(const QString &typed, const QString &title, const QString &others)
{
    const int whole = scoreOfWord(typed, title, others);
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    if (whole > 0 || words.size() < 2)
        return whole;
    int least = std::numeric_limits<int>::max();
    for (const QString &word : words)
        least = std::min(least, scoreOfWord(word, title, others));
    return least;
}

} // namespace

int paletteScore(const QString &typed, const QString &title, const QString &otherWords)
{
    return scoreOfFolded(foldedForSearch(typed).simplified(), foldedForSearch(title), foldedForSearch(otherWords));
}

PaletteModel::PaletteModel(QObject *parent) : QAbstractListModel(parent) { }

void PaletteModel::setEntries(QList<PaletteEntry> entries)
{
    beginResetModel();
    std::ranges::stable_sort(entries, {}, &PaletteEntry::kind);
    m_entries = std::move(entries);
    m_folded.clear();
    m_folded.reserve(m_entries.size());
    for (const PaletteEntry &each : std::as_const(m_entries))
        m_folded += {foldedForSearch(each.title), foldedForSearch(each.detail + u' ' + each.otherName)};
    m_rows = matches();
    endResetModel();
}

void PaletteModel::setTyped(const QString &typed)
{
    beginResetModel();
    m_typed = foldedForSearch(typed).simplified();
    m_rows = matches();
    endResetModel();
}

QList<int> PaletteModel::matches() const
{
    QList<std::pair<int, int>> scored; // score, entry
    for (int i = 0; i < m_entries.size(); ++i) {
        const Folded &folded = m_folded.at(i);
        if (const int score = m_typed.isEmpty() ? 1 : scoreOfFolded(m_typed, folded.title, folded.others); score > 0)
            scored.emplaceBack(score, i);
    }
    std::ranges::stable_sort(scored, std::ranges::greater(), &std::pair<int, int>::first);
    QList<int> rows;
    for (const auto &[score, entry] : std::as_const(scored).first(qMin(scored.size(), mostRows)))
        rows += entry;
    return rows;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteEntry &found = entry(index.row());
    switch (role) {
    case Qt::DisplayRole: return found.title;
    case Qt::ToolTipRole: return found.detail.isEmpty() ? found.title : found.title + u'\n' + found.detail;
    case Qt::AccessibleTextRole: return u"%1, %2"_s.arg(found.title, kindName(found.kind));
    case DetailRole: return found.detail;
    case ShortcutRole: return found.shortcut;
    case KindRole: return kindName(found.kind);
    default: return {};
    }
}

QString PaletteModel::kindName(PaletteKind kind)
{
    switch (kind) {
    case PaletteKind::Setting: return tr("Setting");
    case PaletteKind::Action: return tr("Action");
    case PaletteKind::Case: return tr("Case");
    case PaletteKind::Variant: return tr("Variant");
    case PaletteKind::Sample: return tr("Sample");
    case PaletteKind::File: return tr("File");
    case PaletteKind::Model: return tr("Model");
    }
    return {};
}

} // namespace Tempera
