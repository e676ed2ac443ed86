// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QProcessEnvironment>

#include <functional>

namespace Tempera {

/// Where a command writes: standard output or standard error, or a test's buffer. One thread.
class OutStream
{
public:
    virtual ~OutStream() = default;
    /// UTF-8, written at once.
    virtual void write(const QByteArray &utf8) = 0;
    /// A person is watching: bars, boxes and the cleaning of control characters make sense.
    [[nodiscard]] virtual bool isTerminal() const = 0;
    /// Colours are wanted and understood.
    [[nodiscard]] virtual bool hasColour() const = 0;
    /// Width in character cells, at least 20.
    [[nodiscard]] virtual int columns() const = 0;
};

/// A file descriptor of this process. Honours NO_COLOR, CLICOLOR_FORCE, TERM=dumb and COLUMNS.
/// A reader that went away (EPIPE) silences the stream; it is not an error of the command.
class ConsoleStream final : public OutStream
{
public:
    /// 1 = standard output, 2 = standard error. Does not own the descriptor.
    explicit ConsoleStream(int descriptor);
    void write(const QByteArray &utf8) override;
    [[nodiscard]] bool isTerminal() const override { return m_terminal; }
    [[nodiscard]] bool hasColour() const override { return m_colour; }
    [[nodiscard]] int columns() const override;

private:
    int m_descriptor;
    bool m_terminal = false;
    bool m_colour = false;
    bool m_broken = false;
};

/// What a stream leads to.
enum class StreamKind { Terminal, Other };

/// The rules of no-color.org and bixense.com/clicolors: NO_COLOR wins, then CLICOLOR_FORCE, then the terminal.
[[nodiscard]] bool coloursWanted(StreamKind kind, const QProcessEnvironment &environment);

/// Reads standard input to its end.
[[nodiscard]] QByteArray readStandardInput();

} // namespace Tempera
