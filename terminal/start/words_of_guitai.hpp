// One function for each word of the command line, with what may stand behind it.
// Each gives the program's exit code.
#pragma once

#include "terminal/start/paper.hpp"
#include "terminal/start/voice.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace guitai::start {

struct CounterPlan {
    std::filesystem::path data;
    bool training{false}; // On practice books.
    bool fullscreen{false};
    PaperPlan paper;
    int customer_display{0};            // The monitor the customer sees, counted from 1; 0: none.
    std::string card_terminal;          // Empty: cards are entered by hand.
    std::filesystem::path play;         // Not empty: play a day by itself and leave its pictures there.
    int width{1280};
    int height{800};
};
int open_counter(const Voice& voice, const CounterPlan& plan);

struct DrivePlan {
    std::filesystem::path data;
    bool training{false};
    PaperPlan paper;
    std::string card_terminal;
};
int drive_till(const Voice& voice, const DrivePlan& plan);

// Worked cases through the real engine: prints what differs and `N cases, M differ`; exit 0, 1 or 2.
struct ReplayPlan {
    std::string what; // tickets
    std::filesystem::path file;
};
int replay_file(const Voice& voice, const ReplayPlan& plan);

struct InitPlan {
    std::filesystem::path data;
    std::string store;
    std::int64_t till{1};
    std::filesystem::path catalogue;
    std::filesystem::path promotions;
    std::string name;
    std::string encoding;
    std::string owner;
    std::string pin;
    bool test{false};
};
int init_shop(const Voice& voice, const InitPlan& plan);

struct EnrolPlan {
    std::filesystem::path data;
    std::string office;
    std::string code;
    std::filesystem::path trusted; // Certificates that vouch for the office; empty: those of this machine.
    bool test{false};
};
int enrol_till(const Voice& voice, const EnrolPlan& plan);

int verify_books(const Voice& voice, const std::filesystem::path& data);
// The books without their seal, until the next start.
int unseal_books(const Voice& voice, const std::filesystem::path& data);

} // namespace guitai::start
