// guitai-card-simulator: a payment terminal to try a till with. It prints what it
// is asked and what it says; a word on stdin changes its manner.
#include "tests/support/card_simulator.hpp"

#include <cstdio>
#include <exception>
#include <iostream>
#include <map>

namespace {

using guitai::test::CardSimulator;
using guitai::test::Manner;

const std::map<std::string, Manner>& manners()
{
    static const std::map<std::string, Manner> all{
        {"pays", Manner::pays},   {"declines", Manner::declines}, {"dawdles", Manner::dawdles},
        {"silent", Manner::silent}, {"late", Manner::late},       {"twice", Manner::twice},
        {"dies", Manner::dies}};
    return all;
}

int run(std::uint16_t port, Manner manner)
{
    CardSimulator simulator{port, [](const std::string& line) {
                                std::printf("%s\n", line.c_str());
                                std::fflush(stdout);
                            }};
    simulator.be(manner);
    std::printf("{\"listening\":\"tcp://127.0.0.1:%d\"}\n", static_cast<int>(simulator.port()));
    std::fflush(stdout);
    for (std::string word; std::getline(std::cin, word);) {
        const auto known = manners().find(word);
        if (known != manners().end()) simulator.be(known->second);
        else if (word == "go_on") simulator.go_on();
        else std::fprintf(stderr, "pays declines dawdles silent late twice dies go_on\n");
    }
    return 0;
}

} // namespace

int main(int count, char** words)
{
    const std::string port{count > 1 ? words[1] : "9600"};
    const auto manner = manners().find(count > 2 ? words[2] : "pays");
    if (count > 3 || port.empty() || port.find_first_not_of("0123456789") != std::string::npos || port.size() > 5 ||
        manner == manners().end()) {
        std::fprintf(stderr, "guitai-card-simulator [PORT [pays|declines|dawdles|silent|late|twice|dies]]\n");
        return 2;
    }
    try {
        return run(static_cast<std::uint16_t>(std::stoul(port)), manner->second);
    } catch (const std::exception& broken) {
        std::fprintf(stderr, "guitai-card-simulator: %s\n", broken.what());
        return 1;
    }
}
