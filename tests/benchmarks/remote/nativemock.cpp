// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/remote/nativemock.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <queue>
#include <string>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Tempera {
namespace {

using namespace std::chrono_literals;
using MockTime = std::chrono::steady_clock;

constexpr std::size_t answerPieces = 4;

std::string chunked(const std::string &text)
{
    std::array<char, 24> head{};
    std::snprintf(head.data(), head.size(), "%zx\r\n", text.size());
    return head.data() + text + "\r\n";
}

std::string frameOf(const std::string &choice)
{
    return R"(data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"mock","choices":[)" + choice + "]}\n\n";
}

std::array<std::string, answerPieces> piecesOfAnswer()
{
    const std::array<const char *, answerPieces> words{"The", " answer", " is", " 42."};
    std::array<std::string, answerPieces> pieces;
    for (std::size_t i = 0; i < answerPieces; ++i)
        pieces.at(i) =
            chunked(frameOf(std::string(R"({"index":0,"delta":{"content":")") + words.at(i) + R"("},"finish_reason":null})"));
    pieces.front() = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n" + pieces.front();
    pieces.back() += chunked(frameOf(R"({"index":0,"delta":{},"finish_reason":"stop"})"))
                     + chunked("data: {\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":4}}\n\n")
                     + chunked("data: [DONE]\n\n") + "0\r\n\r\n";
    return pieces;
}

class NativeMock
{
public:
    int run()
    {
        if (!listen())
            return 2;
        std::array<epoll_event, 64> events{};
        while (true) {
            const int count = epoll_wait(m_poll, events.data(), static_cast<int>(events.size()), waitTime());
            for (int i = 0; i < count; ++i) {
                const int fd = events.at(static_cast<std::size_t>(i)).data.fd;
                if (fd == STDIN_FILENO)
                    return 0; // who started it has ended
                if (fd == m_listener)
                    accept();
                else
                    read(fd);
            }
            sendDue();
        }
    }

private:
    struct Due {
        MockTime::time_point when;
        int fd;
        std::size_t piece;
        bool operator<(const Due &other) const { return when > other.when; } // the first is on top
    };

    bool listen()
    {
        m_listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        auto *plain = reinterpret_cast<sockaddr *>(&address);
        if (m_listener < 0 || bind(m_listener, plain, size) != 0 || ::listen(m_listener, 256) != 0
            || getsockname(m_listener, plain, &size) != 0)
            return false;
        m_poll = epoll_create1(0);
        watch(m_listener);
        watch(STDIN_FILENO);
        std::printf("%d\n", ntohs(address.sin_port));
        std::fflush(stdout);
        return m_poll >= 0;
    }

    void watch(int fd) const
    {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = fd;
        epoll_ctl(m_poll, EPOLL_CTL_ADD, fd, &event);
    }

    void accept()
    {
        while (true) {
            const int fd = accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK);
            if (fd < 0)
                return;
            const int on = 1;
            setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
            m_received[fd].clear();
            watch(fd);
        }
    }

    void read(int fd)
    {
        std::array<char, 65'536> bytes;
        const ssize_t count = recv(fd, bytes.data(), bytes.size(), 0);
        if (count <= 0) {
            m_received.erase(fd);
            close(fd);
            return;
        }
        std::string &received = m_received[fd];
        received.append(bytes.data(), static_cast<std::size_t>(count));
        while (takeRequest(fd, received)) { }
    }

    bool takeRequest(int fd, std::string &received)
    {
        const std::size_t end = received.find("\r\n\r\n");
        if (end == std::string::npos)
            return false;
        std::string head = received.substr(0, end);
        std::ranges::transform(head, head.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        const std::size_t at = head.find("content-length:");
        const std::size_t length = at == std::string::npos ? 0 : std::strtoul(head.c_str() + at + 15, nullptr, 10);
        if (received.size() < end + 4 + length)
            return false;
        received.erase(0, end + 4 + length);
        const bool isPaced = head.find(" /paced") == head.find(' ');
        const auto step = isPaced ? MockTime::duration(PacedAnswer) / static_cast<int>(answerPieces) : MockTime::duration(0);
        const MockTime::time_point now = MockTime::now();
        for (std::size_t i = 0; i < answerPieces; ++i) {
            if (isPaced)
                m_due.push({now + step * static_cast<int>(i + 1), fd, i});
            else
                sendPiece(fd, i);
        }
        return true;
    }

    void sendDue()
    {
        const MockTime::time_point now = MockTime::now();
        while (!m_due.empty() && m_due.top().when <= now) {
            if (m_received.contains(m_due.top().fd))
                sendPiece(m_due.top().fd, m_due.top().piece);
            m_due.pop();
        }
    }

    /// Small enough for the buffer of any connection whose other end reads.
    void sendPiece(int fd, std::size_t piece) const
    {
        const std::string &bytes = m_pieces.at(piece);
        if (send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(bytes.size()))
            std::fprintf(stderr, "the mock could not send a piece\n");
    }

    [[nodiscard]] int waitTime() const
    {
        if (m_due.empty())
            return -1;
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_due.top().when - MockTime::now());
        return static_cast<int>(std::max<std::chrono::milliseconds::rep>(0, left.count()));
    }

    const std::array<std::string, answerPieces> m_pieces = piecesOfAnswer();
    int m_listener = -1;
    int m_poll = -1;
    std::map<int, std::string> m_received; ///< What each connection has sent of its next request.
    std::priority_queue<Due> m_due;
};

} // namespace

int runNativeMock()
{
    return NativeMock().run();
}

} // namespace Tempera
