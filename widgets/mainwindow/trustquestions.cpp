// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/trustquestions.h"

#include "models/core/hosts.h"
#include "models/text/displaytext.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype mostFilesTold = 6;

/// What a document says is only text, of one line and of a length that fits.
QString nameInQuestion(const QString &text)
{
    return firstLine(DisplayText::of(text), 200);
}

} // namespace

TrustQuestions::TrustQuestions(const TrustAccess &access, QWidget *window) : QObject(window), m_access(access), m_window(window)
{
    if (m_access.setQuestion) {
        m_access.setQuestion([this](const KeyUse &use, const TakeTrustAnswer &answer) { askAboutKey(use, answer); });
    }
}

TrustQuestions::~TrustQuestions()
{
    if (m_access.setQuestion)
        m_access.setQuestion({});
}

void TrustQuestions::askAboutKey(const KeyUse &use, const TakeTrustAnswer &answer)
{
    Question question;
    question.name = u"keyQuestion"_s;
    question.title = tr("Send a Key?");
    question.text = tr("Send the key %1 to %2?").arg(nameInQuestion(use.keyName), nameInQuestion(originOf(use.address)));
    const QString asker = use.experiment.isEmpty() ? tr("The open experiment asks for it.")
                                                   : tr("The experiment %1 asks for it.").arg(nameInQuestion(use.experiment));
    question.details =
        asker + u' ' + tr("The key is not known to belong to this host. Whoever runs the host can use the key from then on.");
    if (use.address.scheme() == "http"_L1 && !isThisMachine(use.address.host()))
        question.details += u' ' + tr("The connection is not encrypted: others on the network can read the key.");
    question.refuse = tr("&Do Not Send");
    question.mayBeKept = !use.experiment.isEmpty();
    question.answer = [this, answer](TrustAnswer said) {
        if (const Result<void> kept = answer(said); !kept)
            Q_EMIT failed(kept.error());
    };
    put(std::move(question));
}

void TrustQuestions::askAboutFiles(const QString &experiment, const QList<RefusedFile> &files)
{
    QStringList folders;
    QStringList paths;
    for (const RefusedFile &file : files) {
        folders += file.folder();
        paths += nameInQuestion(file.path);
    }
    folders.removeDuplicates();
    paths.removeDuplicates();
    for (QString &folder : folders)
        folder = nameInQuestion(folder);
    const auto cut = [](QStringList list) {
        const qsizetype more = list.size() - mostFilesTold;
        list = list.first(qMin(list.size(), mostFilesTold));
        if (more > 0)
            list += tr("… and %1 more").arg(more);
        return list.join(u'\n');
    };
    Question question;
    question.name = u"filesQuestion"_s;
    question.title = tr("Read Other Files?");
    question.text = tr("Let the experiment read files of these folders?\n%1").arg(cut(folders));
    question.details = tr("The experiment %1 names files that are not in its own folder; nothing of them has been read. Their "
                          "text would go to the models and into the ledger:\n%2")
                           .arg(nameInQuestion(experiment), cut(paths));
    question.refuse = tr("&Do Not Read");
    question.answer = [this, experiment, files](TrustAnswer said) { take(experiment, files, said); };
    put(std::move(question));
}

void TrustQuestions::take(const QString &experiment, const QList<RefusedFile> &files, TrustAnswer answer)
{
    if (answer == TrustAnswer::No)
        return;
    Trust word;
    for (const RefusedFile &file : files) {
        if (const FolderGrant grant{experiment, file.folder()}; !word.folders.contains(grant))
            word.folders += grant;
    }
    if (answer == TrustAnswer::Once && m_access.allow)
        m_access.allow(word);
    if (answer == TrustAnswer::Always && m_access.keep) {
        if (const Result<void> kept = m_access.keep(word); !kept)
            Q_EMIT failed(kept.error());
    }
    Q_EMIT allowed(experiment);
}

void TrustQuestions::put(Question question)
{
    m_waiting.push_back(std::move(question));
    if (!m_open)
        showNext();
}

void TrustQuestions::showNext()
{
    if (m_waiting.empty())
        return;
    const Question question = std::move(m_waiting.front());
    m_waiting.pop_front();
    auto *box = new QMessageBox(QMessageBox::Question, question.title, {}, QMessageBox::NoButton, m_window);
    m_open = box;
    box->setObjectName(question.name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setText(question.text);
    box->setInformativeText(question.details);
    for (QLabel *label : box->findChildren<QLabel *>()) // the box's own format is that of its first text alone
        label->setTextFormat(Qt::PlainText);
    QPushButton *once = box->addButton(tr("Allow &Once"), QMessageBox::AcceptRole);
    QPushButton *always =
        question.mayBeKept ? box->addButton(tr("Allow &Always for This Experiment"), QMessageBox::AcceptRole) : nullptr;
    QPushButton *refuse = box->addButton(question.refuse, QMessageBox::RejectRole);
    once->setObjectName(u"allowOnce"_s);
    if (always)
        always->setObjectName(u"allowAlways"_s);
    refuse->setObjectName(u"allowNothing"_s);
    box->setDefaultButton(refuse);
    box->setEscapeButton(refuse);
    connect(box, &QMessageBox::finished, this, [this, box, once, always, answer = question.answer] {
        const QAbstractButton *clicked = box->clickedButton();
        m_open.clear();
        answer(clicked == once ? TrustAnswer::Once : always && clicked == always ? TrustAnswer::Always : TrustAnswer::No);
        if (!m_open)
            showNext();
    });
    box->open();
}

} // namespace Tempera
