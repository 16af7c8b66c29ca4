#include "sync/office/writer.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <exception>
#include <utility>

namespace guitai::office {

void WritingAtOnce::submit(Work work, Failed failed)
{
    Told told;
    try {
        database::Transaction open{m_office.connection()};
        told = work(m_office, open);
        m_office.call_witness(open);
        open.commit();
    } catch (const std::exception& error) {
        failed(error.what());
        return;
    }
    if (told) told();
}

Writer::Writer(Office& office, std::function<void()> committed)
    : m_office{office}, m_committed{std::move(committed)}, m_thread{[this] { run(); }}
{
}

Writer::~Writer()
{
    {
        const std::lock_guard lock{m_mutex};
        m_stopping = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void Writer::submit(Work work, Failed failed)
{
    {
        const std::lock_guard lock{m_mutex};
        if (!m_stopping && m_waiting.size() < waiting_max) {
            m_waiting.push_back({std::move(work), std::move(failed)});
            failed = {};
        }
    }
    if (failed)
        failed("too much is waiting to be written");
    else
        m_changed.notify_one();
}

void Writer::run()
{
    while (true) {
        auto group = take_group();
        if (group.empty()) return;
        do_group(std::move(group));
    }
}

std::vector<Writer::Job> Writer::take_group()
{
    std::unique_lock lock{m_mutex};
    m_changed.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
    const auto count = static_cast<std::ptrdiff_t>(std::min(m_waiting.size(), group_max));
    std::vector<Job> group{std::make_move_iterator(m_waiting.begin()),
                           std::make_move_iterator(m_waiting.begin() + count)};
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + count);
    return group;
}

void Writer::do_group(std::vector<Job> group)
{
    const std::string why{try_group(group, 0, group.size())};
    if (why.empty()) return;
    spdlog::warn("a group of {} could not be written: {}", group.size(), why);
    for (std::size_t i{0}; i < group.size(); ++i) {
        // One bad work must not take its neighbours down with it.
        const std::string still{group.size() == 1 ? why : try_group(group, i, 1)};
        if (!still.empty()) group[i].failed(still);
    }
}

std::string Writer::try_group(std::vector<Job>& group, std::size_t first, std::size_t count)
{
    std::vector<Told> answers;
    try {
        database::Transaction open{m_office.connection()};
        for (std::size_t i{first}; i < first + count; ++i) answers.push_back(group[i].work(m_office, open));
        m_office.call_witness(open);
        open.commit();
    } catch (const std::exception& error) {
        return error.what();
    }
    if (m_committed) m_committed();
    for (const Told& told : answers) {
        if (told) told();
    }
    return {};
}

} // namespace guitai::office
