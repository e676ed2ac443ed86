// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/judging/ratingdialog.h"

#include "models/items/ratingtext.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int noScore = -1;
constexpr int wholeScore = 100;

} // namespace

RatingDialog::RatingDialog(const Rating &rating, const QStringList &tags, QWidget *parent)
    : QDialog(parent),
      m_thumb(new QComboBox(this)),
      m_score(new QSpinBox(this)),
      m_tags(new QLineEdit(rating.tags.join(u", "_s), this)),
      m_comment(new QPlainTextEdit(rating.comment, this))
{
    setObjectName(u"ratingDialog"_s);
    setWindowTitle(tr("Rate the Answer"));
    m_thumb->setObjectName(u"ratingThumb"_s);
    m_thumb->addItems({tr("Neither"), thumbSign(Thumb::Up) + u' ' + tr("Good"), thumbSign(Thumb::Down) + u' ' + tr("Bad")});
    m_thumb->setCurrentIndex(static_cast<int>(rating.thumb));
    m_score->setObjectName(u"ratingScore"_s);
    m_score->setRange(noScore, wholeScore);
    m_score->setSpecialValueText(tr("none"));
    m_score->setSuffix(tr(" of 100"));
    m_score->setValue(rating.score ? static_cast<int>(std::lround(*rating.score * wholeScore)) : noScore);
    m_tags->setObjectName(u"ratingTags"_s);
    m_tags->setPlaceholderText(tr("too-long, wrong-tone"));
    auto *completer = new QCompleter(tags, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_tags->setCompleter(completer);
    m_comment->setObjectName(u"ratingComment"_s);
    m_comment->setTabChangesFocus(true);
    auto *form = new QFormLayout;
    const auto add = [form](const QString &label, QWidget *field) {
        form->addRow(label, field);
        field->setAccessibleName(QString(label).remove(u'&'));
    };
    add(tr("T&humb"), m_thumb);
    add(tr("&Score"), m_score);
    add(tr("&Tags"), m_tags);
    add(tr("&Comment"), m_comment);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(buttons);
    m_tags->setFocus();
}

Rating RatingDialog::rating() const
{
    Rating rating;
    rating.thumb = static_cast<Thumb>(m_thumb->currentIndex());
    if (m_score->value() != noScore)
        rating.score = static_cast<double>(m_score->value()) / wholeScore;
    rating.tags = tagsFromText(m_tags->text());
    rating.comment = m_comment->toPlainText().trimmed().left(longestComment);
    return rating;
}

} // namespace Tempera
