// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/judgement.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace Tempera {

/// Asks for all that a person may say of one answer.
class RatingDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `tags` are offered while one is typed.
    RatingDialog(const Rating &rating, const QStringList &tags, QWidget *parent = nullptr);

    [[nodiscard]] Rating rating() const;

private:
    QComboBox *m_thumb = nullptr;
    QSpinBox *m_score = nullptr;
    QLineEdit *m_tags = nullptr;
    QPlainTextEdit *m_comment = nullptr;
};

} // namespace Tempera
