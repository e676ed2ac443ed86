// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSplitter>

namespace Tempera {

class FoldSection;

/// Two parts one above the other with a line that can be moved; the lower one folds: then only its head takes room. When it
/// opens again it is as high as it was.
class FoldingSplitter final : public QSplitter
{
    Q_OBJECT
public:
    /// Both become its children.
    FoldingSplitter(QWidget *above, FoldSection *below, QWidget *parent = nullptr);

private:
    void follow(bool open);

    FoldSection *m_below = nullptr;
    QList<int> m_openSizes; ///< Before it was folded; empty: it was not yet.
};

} // namespace Tempera
