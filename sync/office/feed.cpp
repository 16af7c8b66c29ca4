#include "sync/office/feed.hpp"

#include "sync/journal/journal.hpp"

namespace guitai::office {

FeedSlice read_feed(database::Connection& connection, std::int64_t number)
{
    const Journal journal{connection};
    FeedSlice slice;
    for (const JournalLine& line : journal.after(office_origin, number, feed_lines_max)) {
        slice.lines += line.text;
        slice.lines += '\n';
        slice.head = line.number;
    }
    // Asked after the lines, so it is never behind them.
    slice.head = std::max(slice.head, journal.head(office_origin).number);
    return slice;
}

} // namespace guitai::office
