// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/machinepage.h"

#include "models/core/gguf/memoryneed.h"
#include "widgets/common/controls.h"
#include "widgets/common/numberbox.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>

#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Prompt tokens of one step, as the engine takes them.
constexpr int StepTokens = 512;

NumberBox *addNumber(QFormLayout *form, const QString &name, const QString &title, const QString &help)
{
    auto *box = new NumberBox(form->parentWidget());
    box->setObjectName(name);
    box->setAccessibleName(QString(title).remove(u'&'));
    box->setAccessibleDescription(help);
    ignoreWheelUnlessFocused(box);
    form->addRow(title, box);
    auto *label = new MutedLabel(help, form->parentWidget());
    label->setWordWrap(true);
    form->addRow(label);
    return box;
}

QComboBox *addChoice(QFormLayout *form, const QString &name, const QString &title, const QString &help)
{
    auto *box = new QComboBox(form->parentWidget());
    box->setObjectName(name);
    box->setAccessibleName(QString(title).remove(u'&'));
    box->setAccessibleDescription(help);
    ignoreWheelUnlessFocused(box);
    form->addRow(title, box);
    auto *label = new MutedLabel(help, form->parentWidget());
    label->setWordWrap(true);
    form->addRow(label);
    return box;
}

/// A number whose range is checked with the whole: problemsOf() says in words what cannot be.
void setNumber(NumberBox *box, int value, int step)
{
    NumberFacts any;
    any.least = -1;
    any.most = std::numeric_limits<int>::max();
    any.step = step;
    any.first = value;
    box->setRange(any, NumberBox::Kind::Whole);
    box->setValue(value);
}

/// One that has a word for a special value; the box is empty then.
void setNumber(NumberBox *box, int value, int step, int special, const QString &word)
{
    setNumber(box, value, step);
    box->setUnsetText(word);
    if (value == special)
        box->setValue(std::nullopt);
}

int numberIn(const NumberBox *box, int special)
{
    return static_cast<int>(box->value().value_or(special));
}

QString sizeText(std::int64_t bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace

MachinePage::MachinePage(const LocalSettings &settings, int generations, QWidget *parent)
    : QWidget(parent), m_generations(generations)
{
    auto *form = new QFormLayout(this);
    m_threads = addNumber(form, u"threads"_s, tr("&Threads"),
                          tr("Processor cores that a model uses. More than the machine has make it slower."));
    setNumber(m_threads, settings.threads, 1, 0, tr("Automatic"));
    m_context = addNumber(form, u"contextTokens"_s, tr("&Context"),
                          tr("Longest prompt and answer together. A longer one takes more memory."));
    setNumber(m_context, settings.contextTokens, 1'024, 0, tr("The model's own, at most 8,192"));
    m_cache = addChoice(
        form, u"cacheType"_s, tr("&KV cache"),
        tr("Data type of the KV cache. q8_0 takes half the memory of f16 and q4_0 a quarter, at a small loss of quality. Strict "
           "mode always uses f16."));
    for (CacheType type : allCacheTypes())
        m_cache->addItem(cacheTypeName(type), static_cast<int>(type));
    m_cache->setCurrentIndex(m_cache->findData(static_cast<int>(settings.cacheType)));
    m_attention = addChoice(form, u"flashAttention"_s, tr("&Flash attention"),
                            tr("Computes attention in one pass: faster, and less memory for long contexts."));
    m_attention->addItem(tr("Automatic"), static_cast<int>(FlashAttention::Auto));
    m_attention->addItem(tr("On"), static_cast<int>(FlashAttention::On));
    m_attention->addItem(tr("Off"), static_cast<int>(FlashAttention::Off));
    m_attention->setCurrentIndex(m_attention->findData(static_cast<int>(settings.flashAttention)));
    m_gpuLayers = addNumber(form, u"gpuLayers"_s, tr("&GPU layers"),
                            tr("Layers in the memory of a graphics card or of RPC workers. Without either this does nothing."));
    setNumber(m_gpuLayers, settings.gpuLayers, 1, -1, tr("All that fit"));
    m_workers = new QLineEdit(settings.rpcWorkers.join(u", "_s), this);
    m_workers->setObjectName(u"rpcWorkers"_s);
    m_workers->setAccessibleName(tr("RPC workers"));
    m_workers->setPlaceholderText(tr("host:port, host:port"));
    form->addRow(tr("&RPC workers"), m_workers);
    auto *workersHelp = new MutedLabel(
        tr("Machines with llama.cpp's rpc-server that hold a part of a model too large for this one. The connection is not "
           "encrypted."),
        this);
    workersHelp->setWordWrap(true);
    form->addRow(workersHelp);
    m_kept = addNumber(form, u"keptModels"_s, tr("&Models kept loaded"), tr("Models that stay loaded when nothing uses them."));
    setNumber(m_kept, settings.keptModels, 1);
    m_idle = addNumber(form, u"idleMinutes"_s, tr("&Unload after"), tr("Minutes until a model that nothing uses is unloaded."));
    setNumber(m_idle, static_cast<int>(settings.idleTimeout.count()), 1, 0, tr("Never"));
    m_candidates =
        addNumber(form, u"traceCandidates"_s, tr("&Alternatives"),
                  tr("Most likely alternatives stored for each token, 8 bytes each; the rest is stored as a histogram."));
    setNumber(m_candidates, settings.traceCandidates, 256);
    m_model =
        addChoice(form, u"memoryModel"_s, tr("&Estimate for"), tr("Memory that this model would need with the settings above."));
    m_memory = new QLabel(this);
    m_problems = new QLabel(this);
    for (QLabel *label : {m_memory, m_problems}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        form->addRow(label);
    }
    m_memory->setObjectName(u"memory"_s);
    m_problems->setObjectName(u"problems"_s);
    for (NumberBox *box : {m_threads, m_context, m_gpuLayers, m_kept, m_idle, m_candidates}) {
        connect(box, &NumberBox::edited, this, &MachinePage::refresh);
        connect(box, &NumberBox::unfinishedChanged, this, &MachinePage::refresh);
    }
    for (QComboBox *box : {m_cache, m_attention, m_model})
        connect(box, &QComboBox::currentIndexChanged, this, &MachinePage::refresh);
    connect(m_workers, &QLineEdit::textChanged, this, &MachinePage::refresh);
    refresh();
}

LocalSettings MachinePage::settings() const
{
    LocalSettings settings;
    settings.threads = numberIn(m_threads, 0);
    settings.contextTokens = numberIn(m_context, 0);
    settings.cacheType = static_cast<CacheType>(m_cache->currentData().toInt());
    settings.flashAttention = static_cast<FlashAttention>(m_attention->currentData().toInt());
    settings.gpuLayers = numberIn(m_gpuLayers, -1);
    const QStringList workers = m_workers->text().split(u',', Qt::SkipEmptyParts);
    for (const QString &worker : workers) {
        if (const QString trimmed = worker.trimmed(); !trimmed.isEmpty())
            settings.rpcWorkers += trimmed;
    }
    settings.keptModels = numberIn(m_kept, 0);
    settings.idleTimeout = std::chrono::minutes(numberIn(m_idle, 0));
    settings.traceCandidates = numberIn(m_candidates, 0);
    return settings;
}

void MachinePage::setMachine(const QList<LibraryModel> &models, std::optional<std::int64_t> availableBytes)
{
    m_models.clear();
    m_available = availableBytes;
    m_model->clear();
    for (const LibraryModel &model : models) {
        if (!model.facts)
            continue;
        m_models.append(model);
        m_model->addItem(model.name);
    }
    m_model->setEnabled(!m_models.isEmpty());
    refresh();
}

void MachinePage::refresh()
{
    const LocalSettings chosen = settings();
    const QList<Error> problems = problemsOf(chosen);
    QStringList sentences;
    for (const Error &problem : problems)
        sentences += problem.detail;
    m_problems->setText(sentences.join(u'\n'));
    m_problems->setVisible(!problems.isEmpty());
    updateMemory(chosen);
    Q_EMIT validityChanged(problems.isEmpty());
}

void MachinePage::updateMemory(const LocalSettings &settings)
{
    const int row = m_model->currentIndex();
    if (row < 0 || row >= m_models.size()) {
        m_memory->setText(tr("No model on this machine is known yet."));
        return;
    }
    const MemoryNeed need = memoryNeed(*m_models.at(row).facts, settings, m_generations, StepTokens + m_generations);
    QString text = tr("About %1: weights %2, KV cache %3, compute buffers %4.")
                       .arg(sizeText(need.total()), sizeText(need.weights), sizeText(need.cache), sizeText(need.compute));
    if (m_available) {
        text += u' '
                + (need.total() <= *m_available ? tr("%1 is free.").arg(sizeText(*m_available))
                                                : tr("Only %1 is free: it would not be loaded.").arg(sizeText(*m_available)));
    }
    m_memory->setText(text);
}

} // namespace Tempera
