// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/data/datasecrets.h"

#include <QHash>
#include <QRegularExpression>

#include <functional>
#include <vector>

namespace Tempera {

/// Marks that stand for keys in a text, by their numbers: "[redacted-3f9a2b7c01de-7]". Their name is a random one, so that no text
/// has one by accident.
class KeyMarks
{
public:
    explicit KeyMarks(const QString &name);
    /// Of a name that nobody has had before.
    [[nodiscard]] static KeyMarks fresh();

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] QString mark(std::size_t number) const;
    /// The text with what `with` gives for each number in place of its mark.
    [[nodiscard]] QString replaced(const QString &text, const std::function<QString(std::size_t number)> &with) const;
    /// The numbers of the marks in a text, in their order.
    [[nodiscard]] std::vector<std::size_t> numbersIn(const QString &text) const;

private:
    QString m_name;
    QRegularExpression m_pattern;
};

/// Where a key stands in a tree.
struct KeyPlace {
    std::vector<std::size_t> path; ///< Numbers of the entries and items on the way to it.
    QString names;                 ///< The names on that way; whichever item of a list is the same.
};

/// The tree of an experiment with marks in place of its keys, and these.
class KeyTree
{
public:
    /// `known` are further texts that are keys.
    KeyTree(const DataPtr &tree, const QStringList &known);

    [[nodiscard]] const DataPtr &root() const { return m_root; }
    [[nodiscard]] const KeyMarks &marks() const { return m_marks; }
    /// By the numbers of their marks.
    [[nodiscard]] const std::vector<HiddenSecret> &keys() const { return m_keys; }
    [[nodiscard]] std::vector<KeyPlace> places() const;
    /// A name for each key by which it is found again while the provider, prompt, test or setting that it is in says the same but
    /// for its keys, and there are as many of that kind. Nothing of the key is in it.
    [[nodiscard]] std::vector<QString> ids() const;

private:
    KeyMarks m_marks;
    std::vector<HiddenSecret> m_keys;
    DataPtr m_root;
};

} // namespace Tempera
