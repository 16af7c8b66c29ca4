#include "sync/journal/deflate.hpp"

#include <zlib.h>

#include <new>
#include <stdexcept>

namespace guitai {
namespace {

// Events repeat their field names so much that the fastest level already leaves a tenth.
constexpr int level{1};
constexpr std::size_t piece_bytes{64 * 1'024};

const Bytef* bytes_of(std::string_view text)
{
    return reinterpret_cast<const Bytef*>(text.data());
}

class Inflater {
public:
    Inflater()
    {
        if (inflateInit(&m_stream) != Z_OK) throw std::bad_alloc{};
    }
    ~Inflater() { inflateEnd(&m_stream); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    z_stream* operator->() { return &m_stream; }
    [[nodiscard]] int run() { return inflate(&m_stream, Z_NO_FLUSH); }

private:
    z_stream m_stream{};
};

} // namespace

std::string deflated(std::string_view plain)
{
    uLongf size{compressBound(static_cast<uLong>(plain.size()))};
    std::string packed(size, '\0');
    const int done{compress2(reinterpret_cast<Bytef*>(packed.data()), &size, bytes_of(plain),
                             static_cast<uLong>(plain.size()), level)};
    if (done != Z_OK) throw std::runtime_error{"zlib does not deflate"};
    packed.resize(size);
    return packed;
}

Result<std::string> inflated(std::string_view packed, std::size_t bytes_max)
{
    Inflater inflater;
    inflater->next_in = const_cast<Bytef*>(bytes_of(packed)); // zlib only reads it.
    inflater->avail_in = static_cast<uInt>(packed.size());
    std::string plain;
    int state{Z_OK};
    while (state == Z_OK) {
        const std::size_t before{plain.size()};
        if (before > bytes_max) return refuse("deflate.unreadable", "it unfolds into too much");
        plain.resize(before + piece_bytes);
        inflater->next_out = reinterpret_cast<Bytef*>(plain.data() + before);
        inflater->avail_out = static_cast<uInt>(piece_bytes);
        state = inflater.run();
        plain.resize(plain.size() - inflater->avail_out);
    }
    const bool has_more{inflater->avail_in > 0}; // Something else stands behind it.
    if (state != Z_STREAM_END || has_more || plain.size() > bytes_max) {
        return refuse("deflate.unreadable", "it was not deflated, was cut or added to, or unfolds into too much");
    }
    return plain;
}

} // namespace guitai
