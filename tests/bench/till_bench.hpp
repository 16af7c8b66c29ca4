// What is measured at a till: each function does one thing many times and prints
// a line or two of the report.
#pragma once

#include "terminal/app/till.hpp"
#include "terminal/store/till_store.hpp"

#include <cstdint>
#include <filesystem>
#include <istream>
#include <random>
#include <string>

namespace guitai::bench {

class TillBench {
public:
    TillBench(Till& till, TillStore& store, std::int64_t items) : m_till{till}, m_store{store}, m_items{items} {}

    void scans(int count);
    void searches(int count);
    // Sales of five lines paid in cash, interleaved with the least any program
    // could do: append the same bytes to a file and have the disk keep them.
    void sales(int rounds, const std::filesystem::path& plain_file);
    // What a clerk types to find a member, and what a card says.
    void members(std::int64_t members, int count);
    // A ticket of fifty lines, all of them with offers, of which one quantity changes.
    void offers(int tickets);
    // Real baskets, a line each with names behind commas; every name stands for one promoted article.
    void baskets(std::istream& file);
    // News of the head office as it comes between two frames.
    void news(int events);
    // The ways to help with an empty cell, where that many shops have some of the style and orders wait at each.
    void chain(int shops, int count);
    // A change of prices: the heaviest single event there is.
    void prices(int events);

    [[nodiscard]] std::string any_barcode();

private:
    std::string promoted_barcode();
    std::string last_event();
    void tell(std::vector<EventBody> news);
    std::int64_t any_item() { return std::uniform_int_distribution<std::int64_t>{0, m_items - 1}(m_chance); }

    Till& m_till;
    TillStore& m_store;
    std::int64_t m_items;
    std::mt19937_64 m_chance{7};
};

} // namespace guitai::bench
