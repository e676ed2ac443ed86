// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/remote/bareload.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <map>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Tempera {
namespace {

constexpr const char *endOfAnswer = "0\r\n\r\n";

int connectionTo(int port)
{
    const int fd = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    if (fd < 0 || connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0)
        return -1;
    const int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    return fd;
}

/// What Tempera would send of such a cell, give or take a header.
std::string chatRequest(const std::string &path)
{
    const std::string body = R"({"model":"bench","messages":[{"role":"user","content":"What is the answer to 1234?"}],)"
                             R"("stream":true,"stream_options":{"include_usage":true},"temperature":0,"max_tokens":64})";
    return "POST " + path
           + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAccept: text/event-stream\r\n"
             "Content-Length: "
           + std::to_string(body.size()) + "\r\n\r\n" + body;
}

} // namespace

double bareLoadRate(int port, const std::string &path, int requests, int atOnce)
{
    const std::string request = chatRequest(path);
    const int poller = epoll_create1(0);
    std::map<int, std::string> answers; // what each connection has got of its answer
    int sent = 0;
    int done = 0;
    bool isBroken = poller < 0;
    const auto ask = [&](int fd) {
        answers[fd].clear();
        ++sent;
        isBroken = isBroken || send(fd, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size());
    };
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < atOnce && !isBroken; ++i) {
        const int fd = connectionTo(port);
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = fd;
        isBroken = fd < 0 || epoll_ctl(poller, EPOLL_CTL_ADD, fd, &event) != 0;
        if (!isBroken)
            ask(fd);
    }
    std::array<epoll_event, 64> events{};
    std::array<char, 65'536> bytes{};
    while (!isBroken && done < requests) {
        const int count = epoll_wait(poller, events.data(), static_cast<int>(events.size()), 10'000);
        isBroken = count <= 0;
        for (int i = 0; i < count && !isBroken; ++i) {
            const int fd = events.at(static_cast<std::size_t>(i)).data.fd;
            const ssize_t got = recv(fd, bytes.data(), bytes.size(), 0);
            if (got <= 0) {
                isBroken = true;
                break;
            }
            std::string &answer = answers[fd];
            answer.append(bytes.data(), static_cast<std::size_t>(got));
            if (!answer.ends_with(endOfAnswer))
                continue;
            ++done;
            if (sent < requests)
                ask(fd);
        }
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    for (const auto &[fd, answer] : answers)
        close(fd);
    close(poller);
    return isBroken ? 0 : requests / took.count();
}

} // namespace Tempera
