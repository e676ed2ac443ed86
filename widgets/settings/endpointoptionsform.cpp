// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/endpointoptionsform.h"

#include "models/core/counted.h"
#include "models/core/endpointoptionsjson.h"
#include "models/core/endpointrules.h"
#include "models/text/displaytext.h"
#include "widgets/common/controls.h"
#include "widgets/common/numberbox.h"

#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace Tempera {
namespace {

constexpr double msInSecond = 1000;
constexpr double leastSeconds = 0.1;

std::optional<double> amountOrNone(qint64 amount)
{
    return amount > 0 ? std::optional(static_cast<double>(amount)) : std::nullopt;
}

std::optional<double> secondsOrNone(milliseconds time)
{
    return time.count() > 0 ? std::optional(static_cast<double>(time.count()) / msInSecond) : std::nullopt;
}

qint64 countIn(const NumberBox &box)
{
    return static_cast<qint64>(box.value().value_or(0));
}

milliseconds limitIn(const NumberBox &box)
{
    return milliseconds(std::llround(box.value().value_or(0) * msInSecond));
}

} // namespace

EndpointOptionsForm::EndpointOptionsForm(ReadCertificates read, AskForFile ask, QWidget *parent)
    : QWidget(parent), m_read(std::move(read)), m_ask(std::move(ask))
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    createNetwork(form);
    createLimits(form);
    m_problem = new QLabel(this);
    m_problem->setObjectName(u"endpointProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    form->addRow(m_problem);
    for (QLineEdit *line : {m_proxy, m_caFile}) {
        connect(line, &QLineEdit::textChanged, this, &EndpointOptionsForm::refresh);
        connect(line, &QLineEdit::editingFinished, this, &EndpointOptionsForm::commit);
    }
    for (NumberBox *box : {m_firstByte, m_total, m_slots, m_requests, m_tokens}) {
        connect(box, &NumberBox::edited, this, &EndpointOptionsForm::refresh);
        connect(box, &NumberBox::unfinishedChanged, this, &EndpointOptionsForm::refresh);
        connect(box, &NumberBox::editingFinished, this, &EndpointOptionsForm::commit);
    }
    for (QPlainTextEdit *lines : {m_headers, m_members}) {
        connect(lines, &QPlainTextEdit::textChanged, this, &EndpointOptionsForm::refresh);
        lines->installEventFilter(this);
    }
    refresh();
}

QLineEdit *EndpointOptionsForm::addLine(const QString &name, const QString &accessible)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(name);
    line->setAccessibleName(accessible);
    return line;
}

NumberBox *EndpointOptionsForm::addAmount(QFormLayout *form, const QString &name, const QString &title, Range range,
                                          const QString &unset)
{
    auto *box = new NumberBox(this);
    NumberFacts facts;
    facts.least = range.least;
    facts.most = range.most;
    facts.step = 1;
    facts.first = 1;
    box->setObjectName(name);
    box->setRange(facts, range.least < 1 ? NumberBox::Kind::Real : NumberBox::Kind::Whole);
    box->setUnsetText(unset);
    box->setAccessibleName(QString(title).remove(u'&'));
    ignoreWheelUnlessFocused(box);
    form->addRow(title, box);
    return box;
}

QPlainTextEdit *EndpointOptionsForm::addLines(QFormLayout *form, const QString &name, const QString &title,
                                              const QString &placeholder)
{
    constexpr int shownLines = 3;
    auto *edit = new QPlainTextEdit(this);
    edit->setObjectName(name);
    edit->setAccessibleName(QString(title).remove(u'&'));
    edit->setPlaceholderText(placeholder);
    edit->setTabChangesFocus(true);
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * (shownLines + 1) + 2 * edit->frameWidth());
    form->addRow(title, edit);
    return edit;
}

void EndpointOptionsForm::addHelp(QFormLayout *form, const QString &text)
{
    auto *label = new MutedLabel(text, this);
    label->setWordWrap(true);
    form->addRow(label);
}

void EndpointOptionsForm::createNetwork(QFormLayout *form)
{
    m_proxy = addLine(u"endpointProxy"_s, tr("Proxy"));
    m_proxy->setPlaceholderText(tr("http://host:port or socks5://host:port"));
    form->addRow(tr("Pro&xy"), m_proxy);
    m_caFile = addLine(u"endpointCaFile"_s, tr("File with certificates of authorities that are trusted too"));
    m_caFile->setPlaceholderText(tr("None beside the system's"));
    auto *choose = new QPushButton(tr("&Choose…"), this);
    choose->setObjectName(u"chooseCaFile"_s);
    choose->setAutoDefault(false); // Return belongs to the dialog
    choose->setEnabled(static_cast<bool>(m_ask));
    connect(choose, &QPushButton::clicked, this, &EndpointOptionsForm::chooseFile);
    auto *row = new QHBoxLayout;
    row->addWidget(m_caFile, 1);
    row->addWidget(choose);
    auto *title = new QLabel(tr("CA &file"), this);
    title->setBuddy(m_caFile);
    form->addRow(title, row);
    m_certificates = new MutedLabel(this);
    m_certificates->setObjectName(u"endpointCertificates"_s);
    m_certificates->setWordWrap(true);
    form->addRow(m_certificates);
    m_headers = addLines(form, u"endpointHeaders"_s, tr("&Headers"), tr("Name: value"));
    addHelp(form, tr("Sent with each request, one a line. A header of the experiment takes the place of one here. Settings are "
                     "stored as they are: no secrets."));
}

void EndpointOptionsForm::createLimits(QFormLayout *form)
{
    const Range seconds{leastSeconds, static_cast<double>(EndpointLimits::Time.count()) / msInSecond};
    const Range perMinute{1, static_cast<double>(EndpointLimits::PerMinute)};
    m_firstByte = addAmount(form, u"endpointFirstByte"_s, tr("Response &begins within, s"), seconds, tr("The usual limit"));
    m_total = addAmount(form, u"endpointTotal"_s, tr("A request takes at &most, s"), seconds, tr("The usual limit"));
    m_slots = addAmount(form, u"endpointSlots"_s, tr("Requests at &once"), {1, EndpointLimits::Slots}, tr("As for all servers"));
    m_requests = addAmount(form, u"endpointRequests"_s, tr("Requests a min&ute"), perMinute, tr("As the server says"));
    m_tokens = addAmount(form, u"endpointTokens"_s, tr("Tokens a m&inute"), perMinute, tr("As the server says"));
    addHelp(form, tr("Limits are for each of its models. Tokens are those of prompts and responses together."));
    m_members = addLines(form, u"endpointMembers"_s, tr("Equal &servers"), tr("https://host/v1"));
    addHelp(form,
            tr("Where several servers share its requests: the address of each, one a line, this one too where it takes part."));
}

void EndpointOptionsForm::setOptions(const EndpointOptions &options)
{
    m_told = options;
    m_readFile.clear();
    m_badFile.clear();
    m_proxy->setText(options.proxy.toString());
    m_caFile->setText(options.caFile);
    m_firstByte->setValue(secondsOrNone(options.firstByteLimit));
    m_total->setValue(secondsOrNone(options.totalLimit));
    m_slots->setValue(amountOrNone(options.slots));
    m_requests->setValue(amountOrNone(options.limits.requestsPerMinute));
    m_tokens->setValue(amountOrNone(options.limits.tokensPerMinute));
    m_headers->setPlainText(headersToText(options.headers));
    m_members->setPlainText(membersToText(options.members));
    for (NumberBox *box : {m_firstByte, m_total, m_slots, m_requests, m_tokens})
        box->discardTyping();
    refresh();
}

Result<EndpointOptions> EndpointOptionsForm::options() const
{
    for (const NumberBox *box : {m_firstByte, m_total, m_slots, m_requests, m_tokens}) {
        if (box->isUnfinished())
            return failure(ErrorKind::Usage, tr("“%1” is out of range.").arg(box->accessibleName()));
    }
    EndpointOptions options;
    const Result<QUrl> proxy = proxyFromText(m_proxy->text());
    const Result<QMap<QString, QString>> headers = headersFromText(m_headers->toPlainText());
    const Result<QList<QUrl>> members = membersFromText(m_members->toPlainText());
    if (!proxy)
        return std::unexpected(proxy.error());
    if (!headers)
        return std::unexpected(headers.error());
    if (!members)
        return std::unexpected(members.error());
    options.proxy = *proxy;
    options.headers = *headers;
    options.members = *members;
    options.caFile = m_caFile->text().trimmed();
    if (!options.caFile.isEmpty() && options.caFile == m_badFile)
        return failure(ErrorKind::Usage, m_fileFault);
    options.firstByteLimit = limitIn(*m_firstByte);
    options.totalLimit = limitIn(*m_total);
    options.slots = static_cast<int>(countIn(*m_slots));
    options.limits = {countIn(*m_requests), countIn(*m_tokens)};
    return options;
}

void EndpointOptionsForm::refresh()
{
    const Result<EndpointOptions> now = options();
    m_problem->setText(now ? QString() : now.error().detail);
    m_problem->setVisible(!now);
    // The file is read when its field is left; until then nothing is known of it.
    m_certificates->setVisible(!m_readFile.isEmpty() && m_caFile->text().trimmed() == m_readFile);
    if (std::exchange(m_isValid, now.has_value()) != m_isValid)
        Q_EMIT validityChanged(m_isValid);
}

void EndpointOptionsForm::commit()
{
    readCertificates();
    const Result<EndpointOptions> now = options();
    if (!now || *now == m_told)
        return;
    m_told = *now;
    Q_EMIT edited(m_told);
}

void EndpointOptionsForm::readCertificates()
{
    const QString path = m_caFile->text().trimmed();
    if (path.isEmpty() || path == m_told.caFile || path == m_readFile || !m_read)
        return;
    const Result<CertificateFacts> read = m_read(path);
    m_badFile = read ? QString() : path;
    m_fileFault = read ? QString() : errorMessage(read.error());
    m_readFile = read ? path : QString();
    if (read) {
        const QString found = tr("%n certificate(s); the first is of %1. Valid until %2.", nullptr, countForm(read->count));
        m_certificates->setText(counted(found, read->count)
                                    .arg(DisplayText::of(read->subject), QLocale().toString(read->until.toLocalTime().date())));
    }
    refresh();
}

void EndpointOptionsForm::chooseFile()
{
    m_ask(this, [this](const QString &path) {
        m_caFile->setText(path);
        commit();
    });
}

bool EndpointOptionsForm::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        commit();
    return QWidget::eventFilter(object, event);
}

} // namespace Tempera
