// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>
#include <QString>
#include <QStringList>

namespace Tempera {

/// What an entry of the palette is. Among equally good matches the first kind comes first.
enum class PaletteKind { Setting, Action, Case, Variant, Sample, File, Model };

/// Something that can be found by its name and then be done, shown or opened.
struct PaletteEntry {
    PaletteKind kind = PaletteKind::Action;
    QString title;
    QString detail;    ///< Small print beside the title; it is searched too.
    QString shortcut;  ///< As keys are written for display; empty = none.
    QString otherName; ///< Searched and not shown, for example the name that a file uses for a setting.
    QString id;        ///< For whoever carries it out.
};

/// How well what was typed names an entry with this title and these other words: higher is better, 0 is not at all. Capitals
/// and accents do not count. In falling order: the whole title; its beginning; the beginning of one of its words; anywhere in
/// it; the beginnings of its words one after the other ("rv" names "Remove Variant"); the other words. Several typed words
/// must each be found.
[[nodiscard]] int paletteScore(const QString &typed, const QString &title, const QString &otherWords = {});

/// Entries that fit what was typed, the best first.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Roles { DetailRole = Qt::UserRole + 1, ShortcutRole, KindRole };

    explicit PaletteModel(QObject *parent = nullptr);

    void setEntries(QList<PaletteEntry> entries);
    /// Nothing typed: all in the order of their kinds and as they were given. At most 200 rows are listed.
    void setTyped(const QString &typed);
    [[nodiscard]] const PaletteEntry &entry(int row) const { return m_entries.at(m_rows.at(row)); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// "Action", "Setting", …; translated.
    [[nodiscard]] static QString kindName(PaletteKind kind);

private:
    /// An entry as it is compared: without accents and capitals.
    struct Folded {
        QString title;
        QString others;
    };
    [[nodiscard]] QList<int> matches() const;

    QList<PaletteEntry> m_entries;
    QList<Folded> m_folded;
    QString m_typed;
    QList<int> m_rows; ///< Indexes of entries.
};

} // namespace Tempera
